using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Participation.TestKit;

/// <summary>A mail server of a hundred words: takes letters, or answers a recipient with what a test says.</summary>
public sealed class MailServer : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public MailServer()
    {
        listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The letters it took, as they came.</summary>
    public ConcurrentQueue<string> Letters { get; } = new();

    /// <summary>The answer to RCPT TO.</summary>
    public string ToRecipients { get; set; } = "250 ok";

    /// <summary>It takes a letter and hangs up without a word.</summary>
    public bool HangsUpAfterTheLetter { get; set; }

    public void Dispose() => listener.Dispose();

    async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await Talk(client);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or IOException)
        {
        }
    }

    async Task Talk(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("RCPT", StringComparison.Ordinal)) await writer.WriteLineAsync(ToRecipients);
            else if (line.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("354 go on");
                Letters.Enqueue(await Letter(reader));
                if (HangsUpAfterTheLetter) return;
                await writer.WriteLineAsync("250 taken");
            }
            else await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
        }
    }

    static async Task<string> Letter(StreamReader reader)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line and not ".") letter.Append(line).Append("\r\n");
        return letter.ToString();
    }
}
