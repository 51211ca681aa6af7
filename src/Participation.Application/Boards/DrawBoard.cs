using MediatR;
using Participation.Application.Pipeline;
using Participation.Documents.Pictures;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Application.Boards;

/// <summary>A board of a session as a picture (SVG), for whoever may see the summary.</summary>
/// <param name="Place">Which of the session's boards, from 0.</param>
[Audience(Audience.Public)]
public sealed record DrawBoard(string Code, int Place, Stream To) : IRequest<Outcome<Done>>;

sealed class DrawBoardHandler(IMediator mediator) : IRequestHandler<DrawBoard, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DrawBoard ask, CancellationToken ct)
    {
        var summary = await mediator.Send(new GetSummary(ask.Code), ct);
        if (summary.Refused) return summary.Why;
        if (summary.Value.Session.Boards.ElementAtOrDefault(ask.Place) is not { } board) return Refusal.NotFound;
        var seen = await mediator.Send(new GetBoard(ask.Code), ct);
        if (seen.Refused) return seen.Why;
        var blocks = seen.Value.Blocks(board.Id);
        SvgBoard.Write(ask.To, new(
            board.Question, [.. board.Columns.Select((name, i) => new DrawnColumn(name, [.. blocks.Where(b => b.Column == i).Select(b => Stack(b, seen.Value))]))],
            [.. seen.Value.Notes.SelectMany(n => seen.Value.LinkedWith(n).Where(other => n.Id < other.Id).Select(other => (n.Id.ToString(), other.Id.ToString())))]));
        return Done.It;
    }

    static DrawnStack Stack(NoteBlock block, BoardSnapshot board) =>
        new(block.Cluster is null ? null : block.Title, [.. block.Notes.Select(n => Card(n, board.Dots?.GetValueOrDefault(n.Id) ?? 0))]);

    static DrawnCard Card(NoteView note, int dots)
    {
        var (paper, edge) = note.Colour switch
        {
            NoteColour.Blue => ("#d6e8ff", "#3d76c2"),
            NoteColour.Green => ("#d8f3d4", "#3f8a3a"),
            NoteColour.Pink => ("#ffdbe8", "#c2497c"),
            _ => ("#fff3b0", "#b08a00"),
        };
        var foot = string.Join(" ・ ", new[] { note.Author, dots > 0 ? $"{dots}点" : null, note.Supports > 0 ? $"聞きたい人{note.Supports}人" : null, note.Supports is not null && note.Answered ? "答えました" : null }.OfType<string>());
        return new(note.Text, paper, edge, foot.Length > 0 ? foot : null, note.Id.ToString());
    }
}
