using System.CommandLine;
using System.Runtime.CompilerServices;
using Throughline.Data;
using Throughline.Imports;

namespace Throughline.Commands;

/// <summary>What an import was asked to bring in.</summary>
/// <param name="Database">Where to.</param>
/// <param name="Paths">The files.</param>
/// <param name="Options">What every kind knows.</param>
/// <param name="Parsed">Where a kind finds the options of its own.</param>
internal sealed record ImportRequest(Database Database, IReadOnlyList<string> Paths, ImportOptions Options, ParseResult Parsed);

/// <summary>A kind of file that can be imported.</summary>
/// <param name="Name">As it is written after the verb.</param>
/// <param name="Run">Its import: a result for each file, told of as soon as it is there.</param>
internal sealed record ImportKind(string Name, Func<ImportRequest, CancellationToken, IAsyncEnumerable<ImportResult>> Run)
{
    /// <summary>Options that other kinds do not know.</summary>
    public IReadOnlyList<Option> Own { get; init; } = [];

    /// <summary>Whether figures of plans are counted from what comes in.</summary>
    public bool IsEvidence { get; init; }

    /// <summary>Whether a path is a folder or a zip of files, which is not to be taken for an Excel file.</summary>
    public bool IsBundle { get; init; }

    /// <summary>A kind each of whose paths holds several files.</summary>
    public static ImportKind Several(string name, Func<ImportRequest, string, CancellationToken, Task<IReadOnlyList<ImportResult>>> run, params Option[] own)
    {
        return new ImportKind(name, RunAsync) { Own = own, IsBundle = true };

        async IAsyncEnumerable<ImportResult> RunAsync(ImportRequest request, [EnumeratorCancellation] CancellationToken cancel)
        {
            foreach (var path in request.Paths)
            {
                foreach (var result in await run(request, path, cancel))
                {
                    yield return result;
                }
            }
        }
    }

    /// <summary>A kind whose files go in together.</summary>
    public static ImportKind Together(string name, Func<ImportRequest, CancellationToken, Task<IReadOnlyList<ImportResult>>> run, params Option[] own)
    {
        return new ImportKind(name, RunAsync) { Own = own };

        async IAsyncEnumerable<ImportResult> RunAsync(ImportRequest request, [EnumeratorCancellation] CancellationToken cancel)
        {
            foreach (var result in await run(request, cancel))
            {
                yield return result;
            }
        }
    }

    /// <summary>A kind each of whose files goes in by itself.</summary>
    public static ImportKind EachFile(string name, Func<ImportRequest, string, CancellationToken, Task<ImportResult>> run, params Option[] own)
    {
        return new ImportKind(name, RunAsync) { Own = own };

        async IAsyncEnumerable<ImportResult> RunAsync(ImportRequest request, [EnumeratorCancellation] CancellationToken cancel)
        {
            foreach (var path in request.Paths)
            {
                yield return await run(request, path, cancel);
            }
        }
    }
}
