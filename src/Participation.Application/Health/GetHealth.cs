using System.Reflection;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Live;
using Participation.Application.Pipeline;
using Participation.Application.Search;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Data.Live;
using Participation.Data.Writing;
using Participation.Domain.Mail;
using Participation.Domain.Outcomes;

namespace Participation.Application.Health;

/// <summary>How the program does on this machine: what an administrator looks at first when somebody says that it hangs.</summary>
[Audience(Audience.Administrator)]
public sealed record GetHealth : IRequest<Outcome<HealthView>>;

/// <param name="DatabaseAnswers">How long the database took to answer the question.</param>
/// <param name="WritesWaiting">Jobs in line for the one writer.</param>
/// <param name="Events">Entries of the live log.</param>
/// <param name="Unheard">Entries that this node has not yet told its listeners.</param>
/// <param name="SendersAreReadable">The keys that senders were sealed with are here.</param>
/// <param name="Unindexed">Streams with entries that the search does not know yet.</param>
public sealed record HealthView(
    DatabaseProvider Provider, TimeSpan DatabaseAnswers, int WritesWaiting, long Events, long Unheard, int Unindexed,
    int MailWaiting, DateTimeOffset? OldestMail, int MailSetAside, bool SendersAreReadable, long DiskFree, long DiskTotal, string Version, DateTimeOffset At)
{
    const long DiskLeast = 1L << 30;

    static readonly TimeSpan MailPatience = TimeSpan.FromHours(1);

    public bool DatabaseIsWell => DatabaseAnswers < TimeSpan.FromSeconds(1);
    public bool WritingIsWell => WritesWaiting < 1000;
    public bool LogIsWell => Unheard < 1000;
    public bool MailIsWell => MailSetAside is 0 && (OldestMail is not { } oldest || At - oldest < MailPatience);
    public bool DiskIsWell => DiskFree >= DiskLeast && DiskFree > DiskTotal / 20;
}

sealed class GetHealthHandler(
    AppDbContext db, DatabaseOptions database, WriteLane lane, LiveTail tail, IEnumerable<ISearchSource> sources, SenderSealing senders, TimeProvider clock)
    : IRequestHandler<GetHealth, Outcome<HealthView>>
{
    /// <summary>With the commit it was built from, where the build knew it.</summary>
    static readonly string Version =
        typeof(GetHealthHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    public async Task<Outcome<HealthView>> Handle(GetHealth ask, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var heads = await db.Set<StreamHead>().AsNoTracking().Where(h => h.Stream != StreamHead.Audit)
            .Select(h => new { h.Stream, h.Sequence, Indexed = db.SearchPositions.Any(p => p.Stream == h.Stream && p.Sequence >= h.Sequence) }).ToListAsync(ct);
        var answers = clock.GetElapsedTime(began);
        var waiting = db.OutgoingMails.Where(m => m.Status == MailStatus.Waiting || m.Status == MailStatus.Sending);
        var disk = new DriveInfo(DatabaseFolder.Of(database));
        return new HealthView(
            database.Provider, answers, lane.Waiting, heads.Sum(h => h.Sequence), heads.Sum(h => Math.Max(0, h.Sequence - tail.HeadOf(h.Stream))),
            heads.Count(h => !h.Indexed && sources.Any(s => s.Hears(h.Stream))), await waiting.CountAsync(ct), await waiting.MinAsync(m => (DateTimeOffset?)m.QueuedAt, ct),
            await db.OutgoingMails.CountAsync(m => m.Status == MailStatus.SetAside, ct), await senders.Opens(ct), disk.AvailableFreeSpace, disk.TotalSize, Version, clock.GetUtcNow());
    }
}
