using System.Net;
using System.Net.Sockets;
using Throughline.Tests.Support;

namespace Throughline.Tests.Commands;

public sealed class ServeTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("throughline-test-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task An_empty_folder_becomes_a_site_with_the_sample()
    {
        using var program = ProgramRun.Start("serve", "--port", "0", "--data", Path.Combine(data, "new"));
        var line = await program.ReadLineAsync() ?? "";
        Assert.StartsWith("Throughline is ready at http://127.0.0.1:", line, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]) };
        using var health = await client.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Contains(Product.Version, await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { Host = "elsewhere.example" } };
        using var strange = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, strange.StatusCode);
    }

    [Fact]
    public async Task A_port_in_use_is_said_to_be_in_use()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (exit, _, error) = await ProgramRun.RunAsync(null, "serve", "--port", $"{port}", "--data", data, "--empty");
        Assert.Equal(1, exit);
        Assert.StartsWith($"Port {port} is in use", error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
