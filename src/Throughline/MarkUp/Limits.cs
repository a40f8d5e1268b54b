namespace Throughline.MarkUp;

/// <summary>How much of a file is read. Files come from anybody, so each number bounds what one of them can cost.</summary>
internal static class Limits
{
    public const int Megabyte = 1 << 20;

    /// <summary>The file as it is sent.</summary>
    public const int File = 10 * Megabyte;

    /// <summary>Files inside it; a plan with many pictures has some hundred.</summary>
    public const int Entries = 4000;

    /// <summary>One of the few parts that are unpacked. Pictures and all the rest stay packed.</summary>
    public const int Part = 24 * Megabyte;

    /// <summary>Statements with a comment; a plan of a hundred pages has some two hundred.</summary>
    public const int Statements = 2000;

    /// <summary>All files that are sent to the site at once.</summary>
    public const int Together = 25 * Megabyte;

    /// <summary>Files that are looked at together.</summary>
    public const int Files = 40;
}
