using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Application.Boards;

/// <summary>Makes clusters of a session the questions of another: of one that stands, or of a new one like it. Each cluster once. Answers the other's code.</summary>
/// <param name="Into">The code of a session that the caller runs; null to open one.</param>
/// <param name="Title">Of the new one.</param>
[Audience(Audience.Facilitator)]
public sealed record CarryTopics(string Code, IReadOnlyList<Guid> Topics, string? Into, string? Title = null) : IRequest<Outcome<string>>;

sealed class CarryTopicsValidator : AbstractValidator<CarryTopics>
{
    public CarryTopicsValidator()
    {
        RuleFor(c => c.Topics).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Topics).Must(c => c is not { Count: > WorkshopSession.BoardsAtMost }).WithErrorCode("list-too-long").WithState(_ => new object[] { WorkshopSession.BoardsAtMost });
    }
}

sealed class CarryTopicsHandler(AppDbContext db, BoardDesk desk, IMediator mediator, TimeProvider clock) : IRequestHandler<CarryTopics, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(CarryTopics ask, CancellationToken ct)
    {
        var found = await desk.Facilitate(ask.Code, ct);
        if (found.Refused) return found.Why;
        var summary = await mediator.Send(new GetSummary(ask.Code), ct);
        if (summary.Refused) return summary.Why;
        var chosen = summary.Value.Boards.SelectMany(b => b.Clusters.Select(c => (Cluster: c, b.Board))).Where(c => ask.Topics.Contains(c.Cluster.Id)).ToList();
        if (chosen.Count != ask.Topics.Distinct().Count()) return Refusal.NotFound;
        if (chosen.Exists(c => c.Cluster.Topic is not null)) return Refusal.Conflict("topic-carried");
        var settings = chosen.ConvertAll(c => new BoardSettings(QuestionOf(c.Cluster), c.Board.Template, c.Board.Columns));
        var boards = await (ask.Into is { } other ? Add(found.Value, other, settings, ct) : Open(found.Value, ask, settings, ct));
        if (boards.Refused) return boards.Why;
        foreach (var ((cluster, _), board) in chosen.Zip(boards.Value.Boards)) db.Add(new CarriedTopic(cluster.Id, board, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return boards.Value.Code;
    }

    async Task<Outcome<Made>> Add(WorkshopSession from, string code, List<BoardSettings> settings, CancellationToken ct)
    {
        if (code == from.Code) return Refusal.Invalid("into", "choice-unknown");
        var found = await desk.Facilitate(code, ct);
        if (found.Refused) return found.Why;
        var boards = new List<Guid>();
        foreach (var each in settings)
        {
            var added = found.Value.AddBoard(each, clock.GetUtcNow());
            if (added.Refused) return added.Why;
            boards.Add(added.Value.Id);
        }
        return new Made(code, boards);
    }

    async Task<Outcome<Made>> Open(WorkshopSession from, CarryTopics ask, List<BoardSettings> settings, CancellationToken ct)
    {
        // Should the links be lost after it was opened, carrying them again finds the same session.
        var opened = await mediator.Send(
            new OpenSession(new(ask.Title ?? "", from.Space, from.IsAnonymous, Hidden: true, settings, from.Tables, from.SeatsPerTable, from.DotsPerSeat)) { Key = KeyOf(ask) }, ct);
        if (opened.Refused) return opened.Why;
        var boards = await db.WorkshopSessions.AsNoTracking().Where(s => s.Code == opened.Value).SelectMany(s => s.Boards).OrderBy(b => b.Place).Select(b => b.Id).ToListAsync(ct);
        return new Made(opened.Value, boards);
    }

    /// <summary>Its title; of a cluster without one, what stands on its notes, as far as a question holds.</summary>
    static string QuestionOf(SummarisedCluster cluster)
    {
        var text = cluster.Title.Length > 0 ? cluster.Title : string.Join("／", cluster.Notes.Select(n => n.Text.ReplaceLineEndings(" ")));
        var elements = new StringInfo(text);
        return elements.LengthInTextElements <= Board.QuestionAtMost ? text : elements.SubstringByTextElements(0, Board.QuestionAtMost - 1) + "…";
    }

    static string KeyOf(CarryTopics ask) => $"topics {ask.Code} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{string.Join(' ', ask.Topics.Distinct().Order())} {ask.Title}")))}";

    /// <param name="Boards">In the order of the clusters.</param>
    sealed record Made(string Code, IReadOnlyList<Guid> Boards);
}
