using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Participation.Browser.Tests.Running;

/// <summary>The program behind a wire at whose end pages arrive a few hundred bytes at a time, and are painted as they come.</summary>
sealed class TrickledSite : IAsyncDisposable
{
    const int Piece = 300;
    static readonly TimeSpan BetweenPieces = TimeSpan.FromMilliseconds(20);

    readonly WebApplication wire;

    TrickledSite(WebApplication wire) => this.wire = wire;

    public string Address => wire.Urls.Single();

    public static async Task<TrickledSite> Of(HttpClient program)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var wire = builder.Build();
        wire.Run(context => Pass(program, context));
        await wire.StartAsync();
        return new(wire);
    }

    static async Task Pass(HttpClient program, HttpContext context)
    {
        using var answer = await program.GetAsync(context.Request.Path + context.Request.QueryString, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        var isPage = answer.Content.Headers.ContentType?.MediaType is "text/html";
        foreach (var piece in body.Chunk(isPage ? Piece : body.Length + 1))
        {
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            if (isPage) await Task.Delay(BetweenPieces, context.RequestAborted);
        }
    }

    public ValueTask DisposeAsync() => wire.DisposeAsync();
}
