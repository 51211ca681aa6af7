using Participation.Bench.Running;

namespace Participation.Bench.Reading;

/// <summary>The limit of <c>read-cached</c>: Kestrel sending bytes it holds.</summary>
static class BareBytes
{
    public static async Task Serve(string port, string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        await BareHost.Serve(port, _ => { }, app => app.Run(http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = bytes.Length;
            return http.Response.Body.WriteAsync(bytes).AsTask();
        }));
    }
}
