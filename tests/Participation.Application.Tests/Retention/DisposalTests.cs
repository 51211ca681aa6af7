using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Participation.Application.Consultations;
using Participation.Application.Eligibility;
using Participation.Application.Health;
using Participation.Application.Ledger;
using Participation.Application.Retention;
using Participation.Application.Tests.People;
using Participation.Data;
using Participation.Data.Writing;
using Participation.Domain.Consultations;
using Participation.Domain.Eligibility;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Retention;

public abstract class DisposalTests(EngineFixture engine)
{
    static readonly DateTimeOffset Open = new(2026, 1, 5, 3, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Published = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The end of 2026-01-23 in Tokyo.</summary>
    static readonly DateTimeOffset Closed = new(2026, 1, 23, 15, 0, 0, TimeSpan.Zero);

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Senders_are_removed_when_their_time_is_over_and_their_words_and_counts_stay()
    {
        var slug = await PublishedWith(senders: 2);
        app.Clock.Now = Published.AddMonths(12).AddTicks(-1);
        await Remove();
        Assert.Equal(2, await SendersOf(slug));

        app.Clock.Now = Published.AddMonths(12);
        await Remove();
        Assert.Equal(0, await SendersOf(slug));
        var ledger = (await app.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items;
        Assert.Equal(["声0", "声1"], ledger.Select(s => s.Opinions[0].Text));
        Assert.Equal(2, (await app.Send(new GetConsultation(slug))).Value.Counts.Submitters);
    }

    [Fact]
    public async Task The_scans_of_their_paper_go_with_them()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1];
        app.Clock.Now = Open;
        var slug = await app.Announce();
        var receipt = (await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("紙で")], Channel.Post, new(2026, 1, 5)), TestApp.Staff)).Value.ReceiptNumber;
        Assert.False((await app.Send(new AttachScan(slug, receipt, new("手紙.png", png)), TestApp.Staff)).Refused);
        var file = await app.With(db => db.Scans.OrderByDescending(s => s.Id).Select(s => s.File).FirstAsync());
        app.Clock.Now = Closed.AddMonths(12);
        await Remove();
        Assert.Empty((await app.Send(new GetSubmission(slug, receipt), TestApp.Staff)).Value.Scans);
        Assert.False(File.Exists(Path.Combine(app.Services.GetRequiredService<Participation.Data.Ledger.ScanOptions>().Folder, file[..2], file)));
        Assert.True(await app.With(db => db.AuditEntries.AnyAsync(a => a.Name == "scans.disposed" && a.Subject == $"consultation:{slug}")));
    }

    [Fact]
    public async Task Whom_a_letter_was_for_that_nobody_posted_in_time_is_forgotten()
    {
        app.Clock.Now = Open;
        var citizen = await app.SignedIn();
        Assert.False((await app.Send(new AskForCode("大町 みどり", new(1986, 1, 11), "甲子町1-2"), citizen)).Refused);
        app.Clock.Now = Open + PostedCode.Lifetime - TimeSpan.FromTicks(1);
        await Remove();
        Assert.NotNull(await Letter());
        app.Clock.Now = Open + PostedCode.Lifetime;
        await Remove();
        Assert.Null(await Letter());

        Task<string?> Letter() => app.With(db => db.PostedCodes.Where(c => c.UserId == citizen.UserId).Select(c => c.Letter).SingleAsync());
    }

    [Fact]
    public async Task What_was_removed_is_written_down_once_with_its_rule()
    {
        var slug = await PublishedWith(senders: 3);
        app.Clock.Now = Published.AddMonths(13);
        await Remove();
        await Remove();
        var row = Assert.Single((await app.Send(new ListDisposals(Limit: 500), Caller.Operator)).Value.Disposals, d => d.Slug == slug);
        Assert.Equal((3, 12, Published.AddMonths(13)), (row.Removed, row.Months, row.RemovedAt));
        var entry = Assert.Single(await app.With(db => db.AuditEntries.Where(a => a.Subject == $"consultation:{slug}" && a.Name == "senders.disposed").ToListAsync()));
        Assert.Equal("retention", entry.Actor);
    }

    [Fact]
    public async Task What_is_never_published_counts_from_its_close_and_nobody_is_kept_for_ever()
    {
        app.Clock.Now = Open;
        var slug = await app.Announce();
        await Submit(slug, 1);
        app.Clock.Now = Closed.AddMonths(12).AddTicks(-1);
        await Remove();
        Assert.Equal(1, await SendersOf(slug));
        app.Clock.Now = Closed.AddMonths(12);
        await Remove();
        Assert.Equal(0, await SendersOf(slug));
    }

    [Fact]
    public async Task A_sender_whose_disposal_is_not_written_down_cannot_be_removed()
    {
        var slug = await PublishedWith(senders: 1);
        await Assert.ThrowsAsync<DbUpdateException>(() => app.With(async db =>
        {
            db.RemoveRange(await Senders(db, slug).ToListAsync());
            return await db.SaveChangesAsync();
        }));
        Assert.Equal(1, await SendersOf(slug));
    }

    [Fact]
    public async Task A_consultation_with_a_rule_of_its_own_follows_it_and_the_preview_says_when()
    {
        var (own, site) = (await PublishedWith(senders: 2), await PublishedWith(senders: 1));
        Assert.False((await app.Send(new KeepSenders(own, 3), Caller.Operator)).Refused);
        var coming = (await app.Send(new PreviewDisposals(), Caller.Operator)).Value.Where(c => c.Slug == own || c.Slug == site).ToList();
        Assert.Equal([(own, 2, 3, (int?)3, Published.AddMonths(3)), (site, 1, 12, null, Published.AddMonths(12))],
            coming.Select(c => (c.Slug, c.Senders, c.Months, c.OwnMonths, c.DueAt)));

        app.Clock.Now = Published.AddMonths(3).AddTicks(-1);
        await Remove();
        Assert.Equal(2, await SendersOf(own));
        app.Clock.Now = Published.AddMonths(3);
        await Remove();
        Assert.Equal((0, 1), (await SendersOf(own), await SendersOf(site)));
        Assert.Equal(3, (await app.Send(new ListDisposals(Limit: 500), Caller.Operator)).Value.Disposals.Single(d => d.Slug == own).Months);
        Assert.DoesNotContain((await app.Send(new PreviewDisposals(), Caller.Operator)).Value, c => c.Slug == own);
        Assert.Equal("disposal-begun", (await app.Send(new KeepSenders(own, 24), Caller.Operator)).Why!.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(601)]
    public async Task A_time_that_is_none_is_refused(int months) =>
        Assert.Equal("months-range", (await app.Send(new KeepSenders(await app.Announce(), months), Caller.Operator)).Why!.Code);

    [Fact]
    public async Task What_is_not_published_stands_in_the_preview_with_its_close_and_can_go_back_to_the_sites_rule()
    {
        app.Clock.Now = Open;
        var slug = await app.Announce();
        await Submit(slug, 1);
        Assert.False((await app.Send(new KeepSenders(slug, 60), Caller.Operator)).Refused);
        Assert.Equal(60, (await app.Send(new GetConsultation(slug))).Value.SenderMonths);
        Assert.False((await app.Send(new KeepSenders(slug, null), Caller.Operator)).Refused);
        var row = Assert.Single((await app.Send(new PreviewDisposals(slug), Caller.Operator)).Value);
        Assert.Equal((12, null, false, Closed.AddMonths(12)), (row.Months, row.OwnMonths, row.Published, row.DueAt));
        Assert.Equal(2, await app.With(db => db.AuditEntries.CountAsync(a => a.Name == "consultation.retention-set" && a.Subject == $"consultation:{slug}")));
    }

    async Task<string> PublishedWith(int senders)
    {
        app.Clock.Now = Open;
        var slug = await app.Announce();
        await Submit(slug, senders);
        await app.With(async db =>
        {
            var consultation = await db.Consultations.SingleAsync(c => c.Slug == slug);
            Assert.False(consultation.BeginAnswering(Published.AddDays(-1)).Refused);
            Assert.False(consultation.Publish(Published).Refused);
            return await db.SaveChangesAsync();
        });
        return slug;
    }

    async Task Submit(string slug, int senders)
    {
        foreach (var n in Enumerable.Range(0, senders))
        {
            var sender = Sender.Anonymous with { Name = $"釜石 {n}", Email = $"sender-{n}@example.jp" };
            Assert.False((await app.Send(new SubmitOpinions(slug, sender, [new OpinionDraft($"声{n}")]))).Refused);
        }
    }

    Task<int> Remove() => new SenderDisposal(
        app.Services.GetRequiredService<IDbContextFactory<AppDbContext>>(), app.Services.GetRequiredService<WriteLane>(), app.Services.GetRequiredService<SealedScans>(),
        new RetentionOptions(), app.Services.GetRequiredService<JobBoard>(), app.Clock, NullLogger<SenderDisposal>.Instance).RemoveDue(CancellationToken.None);

    Task<int> SendersOf(string slug) => app.With(db => Senders(db, slug).CountAsync());

    static IQueryable<Contact> Senders(AppDbContext db, string slug) => db.Contacts.Where(k =>
        db.Submissions.Any(s => s.Id == k.SubmissionId && db.Consultations.Any(c => c.Id == s.ConsultationId && c.Slug == slug)));
}

public sealed class DisposalOnSqlite(OnSqlite engine) : DisposalTests(engine), IClassFixture<OnSqlite>;

public sealed class DisposalOnPostgres(OnPostgres engine) : DisposalTests(engine), IClassFixture<OnPostgres>;
