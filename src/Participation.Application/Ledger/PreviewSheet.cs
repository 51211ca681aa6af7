using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Documents.Csv;
using Participation.Documents.Uploads;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>表をまとめて取り込む前に確かめる: what a CSV or xlsx would bring, and each row that can't be taken, by name. Nothing is taken in.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record PreviewSheet(string Slug, byte[] File, SheetDefaults Defaults) : IRequest<Outcome<SheetPreview>>;

/// <param name="Sheet">The sheet's own name, to say yes with.</param>
/// <param name="Bad">The first of them; <paramref name="BadRows"/> counts all.</param>
public sealed record SheetPreview(string Sheet, int Good, int Late, int BadRows, IReadOnlyList<BadRow> Bad, IReadOnlyList<GoodRow> Sample)
{
    public const int BadShown = 500, SampleShown = 5;
}

/// <param name="Line">As the spreadsheet counts.</param>
public sealed record BadRow(int Line, Fault Why);

public sealed record GoodRow(int Line, Channel Channel, DateOnly? ReceivedOn, SubmissionStatus Status, string Words);

sealed class PreviewSheetHandler(ConsultationCatalog catalog, SheetReading reading, SheetStore store, Caller caller) : IRequestHandler<PreviewSheet, Outcome<SheetPreview>>
{
    public async Task<Outcome<SheetPreview>> Handle(PreviewSheet ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { } entry) return Refusal.NotFound;
        if (!caller.IsStaffOf(entry.Consultation.Space)) return Refusal.NotAllowed;
        var read = reading.Read(ask.File, entry, ask.Defaults);
        if (read.Refused) return read.Why;
        var good = read.Value.Where(l => l.Paper is not null).ToList();
        var bad = read.Value.Where(l => l.Fault is not null).Select(l => new BadRow(l.Line, l.Fault!)).ToList();
        return new SheetPreview(
            await store.Put(ask.File, ct), good.Count, good.Count(l => l.Status is SubmissionStatus.Late), bad.Count, [.. bad.Take(SheetPreview.BadShown)],
            [.. good.Take(SheetPreview.SampleShown).Select(l => new GoodRow(l.Line, l.Paper!.Channel, l.Paper.ReceivedOn, l.Status, l.Paper.Opinions[0].Text))]);
    }
}

/// <summary>Reads an uploaded sheet; what can't be read is refused by name.</summary>
sealed class SheetReading(SubmitOpinionsValidator shape, TimeProvider clock)
{
    public const int LargestBytes = 10 * 1024 * 1024;

    public Outcome<IReadOnlyList<PaperLine>> Read(byte[] file, CatalogEntry entry, SheetDefaults defaults)
    {
        if (file.Length > LargestBytes) return Refusal.Invalid("file", "sheet-too-large", LargestBytes / (1024 * 1024));
        try
        {
            return new PaperSheet(entry, shape, defaults, clock.GetUtcNow()).Read(SheetReader.Read(file));
        }
        catch (UnreadableTableException unreadable)
        {
            return Refusal.Invalid("file", unreadable.Reason, unreadable.Line);
        }
    }
}

/// <summary>What a sheet may say of a submission.</summary>
public static class SheetTemplates
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Header => PaperSheet.Header;
}
