using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Boards;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Time;

namespace Participation.Application.Boards;

/// <summary>Puts clusters of a session into a consultation's ledger: one receipt by the channel of workshops, an opinion for each cluster.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record CarryClusters(string Code, string Consultation, IReadOnlyList<Guid> Clusters) : IRequest<Outcome<Receipt>>;

sealed class CarryClustersValidator : AbstractValidator<CarryClusters>
{
    public CarryClustersValidator()
    {
        RuleFor(c => c.Clusters).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Clusters).Must(c => c is not { Count: > SubmissionRules.OpinionsAtMost }).WithErrorCode("list-too-long").WithState(_ => new object[] { SubmissionRules.OpinionsAtMost });
    }
}

sealed class CarryClustersHandler(AppDbContext db, ConsultationCatalog catalog, IMediator mediator, TimeProvider clock, Caller caller)
    : IRequestHandler<CarryClusters, Outcome<Receipt>>
{
    public async Task<Outcome<Receipt>> Handle(CarryClusters ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Consultation, ct) is not { } entry) return Refusal.NotFound;
        if (!caller.IsStaffOf(entry.Consultation.Space)) return Refusal.NotAllowed;
        var found = await mediator.Send(new GetSummary(ask.Code), ct);
        if (found.Refused) return found.Why;
        var chosen = found.Value.Boards.SelectMany(b => b.Clusters).Where(c => ask.Clusters.Contains(c.Id)).ToList();
        if (chosen.Count != ask.Clusters.Distinct().Count()) return Refusal.NotFound;
        if (chosen.Exists(c => c.Carried.Any(to => to.Slug == ask.Consultation))) return Refusal.Conflict("cluster-carried");
        var received = await mediator.Send(
            new SubmitOpinions(
                ask.Consultation, Sender.Anonymous, [.. chosen.Select(c => new OpinionDraft(TextOf(c)))], Channel.Workshop,
                JapanTime.DayOf(found.Value.Session.OpenedAt, JapanTime.Zone)) { Key = KeyOf(ask, chosen) }, ct);
        if (received.Refused) return received.Why;
        foreach (var (i, cluster) in chosen.Index()) db.Add(new CarriedCluster(cluster.Id, ask.Consultation, received.Value.ReceiptNumber, i + 1, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return received;
    }

    static string TextOf(SummarisedCluster cluster) => string.Join('\n', cluster.Notes.Select(n => $"・{n.Text.ReplaceLineEndings(" ")}").Prepend(cluster.Title).Where(line => line.Length > 0));

    /// <summary>Should the links be lost after the ledger has it, carrying it again finds the same receipt.</summary>
    static string KeyOf(CarryClusters ask, IEnumerable<SummarisedCluster> chosen) =>
        $"carry {ask.Code} {ask.Consultation} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', chosen.Select(c => c.Id)))))}";
}
