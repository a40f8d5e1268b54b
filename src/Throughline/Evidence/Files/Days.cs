using Throughline.Imports;

namespace Throughline.Evidence.Files;

/// <summary>Days as exports write them: in one form throughout a file, with or without a time of day, which is left out.</summary>
internal sealed class Days
{
    private readonly Dates dates = new();

    /// <summary>An example of the form that was found; null where no day has been read.</summary>
    public string? Found => dates.Shape == DateShape.Unknown ? null : dates.Words;

    /// <summary>What to say of a cell that is no day, or is written otherwise than the others.</summary>
    public string Fault => Found is { } form ? ImportTexts.DateUnreadable.With(form) : ImportTexts.DayUnreadable;

    public bool TryRead(string text, out DateOnly day)
    {
        text = text.Trim();
        return dates.TryRead(text.IndexOfAny([' ', 'T']) is > 0 and var place ? text[..place] : text, out day);
    }
}
