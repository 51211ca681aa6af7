using MediatR;
using Participation.Application.Boards;
using Participation.Domain.Boards;

namespace Participation.Web.Api;

/// <summary>/api/v1/sessions: workshops, for programs. A seat's key is in the header <c>Seat-Key</c>; acts go over the live hub too.</summary>
static class SessionApi
{
    const string SeatKey = "Seat-Key";

    public static void MapSessions(this RouteGroupBuilder api)
    {
        var calls = api.MapGroup("/sessions").WithTags("sessions");
        calls.MapPost("/", async (HttpContext http, IMediator mediator, SessionBody body) =>
        {
            var opened = await mediator.Send(new OpenSession(body.ToSettings()) { Key = KeyOf(http) }, http.RequestAborted);
            return opened.Refused ? Problems.Of(opened.Why, http) : Results.Json(new { code = opened.Value }, statusCode: StatusCodes.Status201Created);
        });
        calls.MapGet("/{code}", async (HttpContext http, IMediator mediator, string code) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var found = await mediator.Send(new GetBoard(code, http.Request.Headers[SeatKey]), http.RequestAborted);
            return found.Refused ? Problems.Of(found.Why, http) : Results.Json(found.Value, BoardJson.Options);
        });
        calls.MapPut("/{code}/stage", async (HttpContext http, IMediator mediator, string code, StageBody body) =>
            (await mediator.Send(new GoToStage(code, body.Stage), http.RequestAborted)).Answer(http));
        calls.MapPost("/{code}/seats", async (HttpContext http, IMediator mediator, string code, SeatBody body) =>
        {
            var key = EditKey.New();
            var taken = await mediator.Send(new TakeSeat(code, key.Value, body.Table, body.Name), http.RequestAborted);
            return taken.Refused ? Problems.Of(taken.Why, http) : Results.Json(new { seatKey = key.Value }, statusCode: StatusCodes.Status201Created);
        });
        calls.MapPost("/{code}/notes", async (HttpContext http, IMediator mediator, string code, NoteBody body) =>
        {
            var id = body.Id ?? Guid.NewGuid();
            var written = await mediator.Send(
                new WriteNote(code, http.Request.Headers[SeatKey], id, new(body.Board, body.Column, body.Text, body.Colour)), http.RequestAborted);
            return written.Refused ? Problems.Of(written.Why, http) : Results.Json(new { id }, statusCode: StatusCodes.Status201Created);
        });
    }

    static string? KeyOf(HttpContext http) => http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;

    sealed record SessionBody(
        string? Title, string? Space = null, bool Anonymous = true, bool Hidden = false, BoardBody?[]? Boards = null, string?[]? Tables = null,
        int SeatsPerTable = 0, int DotsPerSeat = 3)
    {
        public SessionSettings ToSettings() => new(
            Title ?? "", Space, Anonymous, Hidden, [.. (Boards ?? []).OfType<BoardBody>().Select(b => new BoardSettings(b.Question ?? "", b.Template, Texts(b.Columns)))],
            Texts(Tables), SeatsPerTable, DotsPerSeat);

        static List<string> Texts(string?[]? texts) => [.. (texts ?? []).Select(text => text ?? "")];
    }

    sealed record BoardBody(string? Question, BoardTemplate Template = BoardTemplate.Kpt, string?[]? Columns = null);

    sealed record StageBody(BoardStage Stage);

    sealed record SeatBody(string? Table = null, string? Name = null);

    sealed record NoteBody(Guid Board, int Column, string? Text, NoteColour Colour = NoteColour.Yellow, Guid? Id = null);
}
