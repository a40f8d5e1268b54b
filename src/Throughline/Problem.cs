namespace Throughline;

/// <summary>
/// Something that a person can mend: the message says what is wrong and what to do. A command prints it and ends
/// with 1; nothing was changed.
/// </summary>
public sealed class Problem : Exception
{
    public Problem()
    {
    }

    public Problem(string message)
        : base(message)
    {
    }

    public Problem(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
