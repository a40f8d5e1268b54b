using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Throughline.Access;
using Throughline.Data;

namespace Throughline.Commands;

/// <summary>serve: the web site, and the default verb.</summary>
internal static class ServeCommand
{
    public const int UsualPort = 5080;

    public static Command Create()
    {
        var port = new Option<int>("--port")
        {
            Description = CommandTexts.PortHelp,
            HelpName = "N",
            DefaultValueFactory = _ => UsualPort,
        };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                result.AddError(CommandTexts.NotAPort);
            }
        });
        var listen = new Option<string>("--listen")
        {
            Description = CommandTexts.ListenHelp,
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => "127.0.0.1",
        };
        var data = Shared.Data();
        var empty = new Option<bool>("--empty") { Description = CommandTexts.EmptyHelp };
        var command = new Command("serve", CommandTexts.ServeHelp) { port, listen, data, empty };
        command.SetAction(async (parsed, cancel) =>
        {
            var address = Address(parsed.GetValue(listen)!);
            var number = parsed.GetValue(port);
            var database = Database.At(parsed.GetValue(data)!);
            var isNew = await DatabaseCheck.PrepareAsync(database, create: true, cancel);
            if (isNew && !parsed.GetValue(empty))
            {
                await Sample.LoadAsync(database, TimeProvider.System, cancel);
            }

            await using var site = Site.Build(database, TimeProvider.System, new IPEndPoint(address, number));
            try
            {
                await site.StartAsync(cancel);
            }
            catch (IOException e) when (e.InnerException is AddressInUseException)
            {
                throw new Problem(CommandTexts.PortInUse.With(number), e);
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
            {
                throw new Problem(CommandTexts.PortDenied.With(number), e);
            }

            Console.WriteLine(CommandTexts.Ready.With(site.Urls.First()));
            await SayHowToGoOnAsync(site, address, cancel);
            await site.WaitForShutdownAsync(cancel);
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>What whoever started it must know besides: how the first account is made, and that others need https.</summary>
    private static async Task SayHowToGoOnAsync(WebApplication site, IPAddress address, CancellationToken cancel)
    {
        if ((await site.Services.GetRequiredService<People>().NowAsync(cancel)).NeedsSetUp)
        {
            Console.WriteLine(CommandTexts.SetUpAt.With(site.Urls.First() + site.Services.GetRequiredService<SetUpLink>().Address));
        }

        if (!IPAddress.IsLoopback(address))
        {
            Console.WriteLine(CommandTexts.NeedsProxy);
        }
    }

    private static IPAddress Address(string text) => text == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var parsed) ? parsed
        : throw new Problem(CommandTexts.NotAnAddress.With(text));
}
