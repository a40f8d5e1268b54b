return await Throughline.Commands.CommandLine.RunAsync(args);
