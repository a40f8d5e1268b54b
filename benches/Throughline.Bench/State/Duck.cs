using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Throughline.Bench.State;

/// <summary>DuckDB's library by its C interface: open a file, run statements, read one text, and append rows by the chunk.</summary>
internal sealed partial class Duck : IDisposable
{
    private const int ChunkRows = 2048;

    private static readonly Lazy<nint> Library = new(() => NativeLibrary.Load(Path.Combine(
        Options.Root, "benches", "tabulate-peer", "node_modules", "@duckdb", "node-bindings-linux-x64", "libduckdb.so")));

    private nint database;
    private nint connection;

    static Duck() => NativeLibrary.SetDllImportResolver(typeof(Duck).Assembly, (name, _, _) => name == "duckdb" ? Library.Value : 0);

    public Duck(string file)
    {
        Check(Open(file, out database), "open");
        Check(Connect(database, out connection), "connect");
        Run("SET threads = 2");
    }

    public void Run(string sql)
    {
        _ = Text(sql, any: false);
    }

    /// <summary>The first cell of an answer.</summary>
    public string Text(string sql) => Text(sql, any: true)!;

    /// <summary>Appends rows of whole numbers to a table whose columns are all INTEGER.</summary>
    public unsafe void Append(string table, int columns, IEnumerable<int[]> rows)
    {
        Check(CreateAppender(connection, null, table, out var appender), "append to " + table);
        var type = CreateType(4);
        var types = stackalloc nint[columns];
        for (var i = 0; i < columns; i++)
        {
            types[i] = type;
        }

        var chunk = CreateChunk(types, (ulong)columns);
        var data = stackalloc int*[columns];
        var count = 0;
        foreach (var row in rows)
        {
            if (count == 0)
            {
                for (var i = 0; i < columns; i++)
                {
                    data[i] = (int*)VectorData(ChunkVector(chunk, (ulong)i));
                }
            }

            for (var i = 0; i < columns; i++)
            {
                data[i][count] = row[i];
            }

            if (++count == ChunkRows)
            {
                Flush();
            }
        }

        Flush();
        DestroyChunk(ref chunk);
        Check(DestroyAppender(ref appender), "flush " + table);

        void Flush()
        {
            SetChunkSize(chunk, (ulong)count);
            Check(AppendChunk(appender, chunk), "append to " + table);
            ResetChunk(chunk);
            count = 0;
        }
    }

    public void Dispose()
    {
        Disconnect(ref connection);
        Close(ref database);
    }

    private static void Check(int state, string what)
    {
        if (state != 0)
        {
            throw new InvalidOperationException("DuckDB cannot " + what + ".");
        }
    }

    private string? Text(string sql, bool any)
    {
        Result result = default;
        try
        {
            if (Query(connection, sql, ref result) != 0)
            {
                throw new InvalidOperationException(Marshal.PtrToStringUTF8(Error(ref result)));
            }

            return any ? Marshal.PtrToStringUTF8(Varchar(ref result, 0, 0)) : null;
        }
        finally
        {
            DestroyResult(ref result);
        }
    }

    [StructLayout(LayoutKind.Sequential, Size = 64)]
    private struct Result
    {
        private readonly ulong first;
    }

    [LibraryImport("duckdb", EntryPoint = "duckdb_open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, out nint database);

    [LibraryImport("duckdb", EntryPoint = "duckdb_connect")]
    private static partial int Connect(nint database, out nint connection);

    [LibraryImport("duckdb", EntryPoint = "duckdb_disconnect")]
    private static partial void Disconnect(ref nint connection);

    [LibraryImport("duckdb", EntryPoint = "duckdb_close")]
    private static partial void Close(ref nint database);

    [LibraryImport("duckdb", EntryPoint = "duckdb_query", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Query(nint connection, string sql, ref Result result);

    [LibraryImport("duckdb", EntryPoint = "duckdb_result_error")]
    private static partial nint Error(ref Result result);

    [LibraryImport("duckdb", EntryPoint = "duckdb_value_varchar")]
    private static partial nint Varchar(ref Result result, ulong column, ulong row);

    [LibraryImport("duckdb", EntryPoint = "duckdb_destroy_result")]
    private static partial void DestroyResult(ref Result result);

    [LibraryImport("duckdb", EntryPoint = "duckdb_appender_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateAppender(nint connection, string? schema, string table, out nint appender);

    [LibraryImport("duckdb", EntryPoint = "duckdb_appender_destroy")]
    private static partial int DestroyAppender(ref nint appender);

    [LibraryImport("duckdb", EntryPoint = "duckdb_create_logical_type")]
    private static partial nint CreateType(int type);

    [LibraryImport("duckdb", EntryPoint = "duckdb_create_data_chunk")]
    private static unsafe partial nint CreateChunk(nint* types, ulong count);

    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_get_vector")]
    private static partial nint ChunkVector(nint chunk, ulong column);

    [LibraryImport("duckdb", EntryPoint = "duckdb_vector_get_data")]
    private static partial nint VectorData(nint vector);

    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_set_size")]
    private static partial void SetChunkSize(nint chunk, ulong size);

    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_reset")]
    private static partial void ResetChunk(nint chunk);

    [LibraryImport("duckdb", EntryPoint = "duckdb_append_data_chunk")]
    private static partial int AppendChunk(nint appender, nint chunk);

    [LibraryImport("duckdb", EntryPoint = "duckdb_destroy_data_chunk")]
    private static partial void DestroyChunk(ref nint chunk);
}
