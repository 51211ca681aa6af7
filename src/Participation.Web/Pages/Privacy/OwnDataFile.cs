using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Participation.Application.Privacy;
using Participation.Domain.Outcomes;

namespace Participation.Web.Pages.Privacy;

/// <summary>What <see cref="OwnDataPage"/>'s form answers with: the file, or the page again with what was wrong.</summary>
static class OwnDataFile
{
    public const string Address = "/account/data/file";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void MapOwnData(this WebApplication app) =>
        app.MapPost(Address, Send).RequireAuthorization().WithMetadata(new RequireAntiforgeryTokenAttribute());

    static async Task<IResult> Send(HttpContext http, IMediator mediator)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var taken = await mediator.Send(new TakeOwnData(form["current"]), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return taken.Refused ? Back(taken.Why) : Results.File(JsonSerializer.SerializeToUtf8Bytes(taken.Value, Json), "application/json", "data.json");
    }

    /// <summary>To where the form stands; there is nothing to tell but the password or the time to wait.</summary>
    static IResult Back(Refusal why) => Results.LocalRedirect(
        why.Kind is RefusalKind.TooOften ? $"/account/data?wait={why.Values[0]}" : "/account/data?wrong=1");
}
