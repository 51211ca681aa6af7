using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data.Ledger;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;

namespace Participation.Application.Ledger;

/// <summary>紙の意見を入力する: a submission on paper and the scans of it. Sent twice, it is one.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record KeyInSubmission(SubmitOpinions Paper, IReadOnlyList<ScanFile> Scans) : IRequest<Outcome<Receipt>>;

sealed class KeyInSubmissionHandler(IMediator mediator, ScanStore store, SubmitOpinionsValidator shape) : IRequestHandler<KeyInSubmission, Outcome<Receipt>>
{
    public async Task<Outcome<Receipt>> Handle(KeyInSubmission ask, CancellationToken ct)
    {
        if (ask.Paper.Channel is Channel.Web) return Refusal.Invalid("channel", "channel-not-for-import");
        // All that can be refused is, before anything is kept.
        var faults = shape.FaultsOf(ask.Paper).ToList();
        if (ask.Scans.Count > store.Options.MostOfOne) faults.Add(new("scan", "scan-too-many", store.Options.MostOfOne));
        foreach (var scan in ask.Scans)
            if (ScanRules.Look(scan.Bytes, store.Options.LargestBytes) is { Refused: true } look) faults.AddRange(look.Why!.Faults);
        if (faults.Count > 0) return Refusal.Invalid(faults);

        var received = await mediator.Send(ask.Paper, ct);
        if (received.Refused) return received.Why;
        foreach (var scan in ask.Scans)
        {
            var attached = await mediator.Send(new AttachScan(ask.Paper.Slug, received.Value.ReceiptNumber, scan), ct);
            // The form was sent twice: the scan is there already.
            if (attached.Refused && attached.Why.Code is not "scan-twice") return attached.Why;
        }
        return received.Value;
    }
}
