using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Ledger;
using Participation.Application.People;
using Participation.Data.Ledger;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Ledger;

public abstract class DeskTests(EngineFixture engine)
{
    static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    static readonly DateOnly Day = new(2026, 1, 5);

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Whoever_looks_at_an_original_is_written_down_with_ids_alone()
    {
        var slug = await app.Announce();
        var receipt = (await app.Send(new SubmitOpinions(slug, new Sender(Name: "大町 みどり"), [new("港を明るく")]))).Value.ReceiptNumber;
        var view = await View(slug, receipt);
        Assert.Equal(("大町 みどり", "港を明るく"), (view.Sender.Name, Assert.Single(view.Opinions).Text));
        Assert.Equal(DeadlineVerdict.Arrived, view.Deadline.Verdict);

        var look = await app.With(db => db.AuditEntries.SingleAsync(e => e.Name == "submission.looked-at" && e.Subject == $"submission:{receipt}"));
        Assert.Equal((TestApp.Staff.ActorId, "{}"), (look.Actor, look.Detail));
        Assert.Equal(Refusal.SignInRequired, (await app.Send(new GetSubmission(slug, receipt))).Why);
        Assert.Equal(Refusal.NotFound, (await app.Send(new GetSubmission(await app.Announce(), receipt), TestApp.Staff)).Why);
        Assert.Equal(1, await app.With(db => db.AuditEntries.CountAsync(e => e.Name == "submission.looked-at" && e.Subject == $"submission:{receipt}")));
    }

    [Fact]
    public async Task Notes_are_added_once_however_often_they_are_sent_and_never_changed()
    {
        var (slug, receipt) = await Received();
        foreach (var _ in new[] { 1, 2 }) Assert.False((await app.Send(new AddStaffNote(slug, receipt, "電話で確認しました") { Key = "n1" }, TestApp.Staff)).Refused);
        Assert.Equal("required", (await app.Send(new AddStaffNote(slug, receipt, " \n"), TestApp.Staff)).Why!.Code);
        var line = Assert.Single((await View(slug, receipt)).History);
        Assert.Equal((DeskAct.Noted, "電話で確認しました", TestApp.Staff.ActorId), (line.Act, line.Words, line.By));

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => app.With(async db =>
        {
            db.Remove(await db.DeskEntries.FirstAsync(e => e.Words == "電話で確認しました"));
            return await db.SaveChangesAsync();
        }));
        Assert.DoesNotContain(await app.With(db => db.AuditEntries.Where(e => e.Subject == $"submission:{receipt}").Select(e => e.Detail).ToListAsync()), d => d.Contains("電話", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_who_hand_it_over_at_once_the_later_is_told_and_both_stay_in_the_history()
    {
        var (slug, receipt) = await Received();
        var (one, other) = (await app.Member("一人目"), await app.Member("二人目"));
        var office = (await app.Send(new SaveOffice(null, $"課{Guid.NewGuid():N}"), Caller.Operator)).Value.Id;
        Assert.False((await app.Send(new AssignSubmission(slug, receipt, office, one.ActorId, 0), one)).Refused);
        Assert.Equal(Refusal.ChangedMeanwhile, (await app.Send(new AssignSubmission(slug, receipt, null, other.ActorId, 0), other)).Why);
        var view = await View(slug, receipt);
        Assert.Equal((one.ActorId, "一人目", office, 1), (view.Assignee, view.AssigneeName, view.OfficeId, view.Version));
        Assert.False((await app.Send(new AssignSubmission(slug, receipt, null, other.ActorId, view.Version), other)).Refused);
        Assert.Equal([$"{view.Office} 一人目", "二人目"], (await View(slug, receipt)).History.Select(h => h.Words));
    }

    [Fact]
    public async Task It_is_handed_to_nobody_who_is_not_staff_and_to_no_office_that_is_closed()
    {
        var (slug, receipt) = await Received();
        Assert.Equal("assignee-unknown", (await app.Send(new AssignSubmission(slug, receipt, null, "nobody", 0), TestApp.Staff)).Why!.Code);
        Assert.Equal("office-unknown", (await app.Send(new AssignSubmission(slug, receipt, 99_999, null, 0), TestApp.Staff)).Why!.Code);
        var person = await app.Member("職員の人");
        var desk = (await app.Send(new ListDesk(slug), TestApp.Staff)).Value;
        Assert.Contains(desk.People, p => p.Account == person.ActorId && p.Name == "職員の人");
    }

    [Fact]
    public async Task A_scan_is_kept_outside_the_database_under_a_name_that_says_nothing_and_looks_at_it_are_written_down()
    {
        var (slug, receipt) = await Received();
        Assert.False((await app.Send(new AttachScan(slug, receipt, new("../手紙.png", Png)), TestApp.Staff)).Refused);
        Assert.Equal("scan-twice", (await app.Send(new AttachScan(slug, receipt, new("別名.png", Png)), TestApp.Staff)).Why!.Code);
        var scan = Assert.Single((await View(slug, receipt)).Scans);
        Assert.Equal(("手紙.png", ScanKind.Png, Png.Length), (scan.Name, scan.Kind, (int)scan.Size));
        var folder = app.Services.GetRequiredService<ScanOptions>().Folder;
        var row = await app.With(db => db.Scans.SingleAsync(s => s.Id == scan.Id));
        Assert.Matches("^[0-9a-f]{48}$", row.File);
        var path = Path.Combine(folder, row.File[..2], row.File);
        Assert.Equal(-1, (await File.ReadAllBytesAsync(path)).AsSpan().IndexOf(Png));
        Assert.Equal((ScanKind.Png, Convert.ToHexString(Png)), await Opened());
        // One from before there were seals.
        await File.WriteAllBytesAsync(path, Png);
        Assert.Equal((ScanKind.Png, Convert.ToHexString(Png)), await Opened());

        async Task<(ScanKind, string)> Opened()
        {
            var opened = (await app.Send(new OpenScan(slug, receipt, scan.Id), TestApp.Staff)).Value;
            using var bytes = new MemoryStream();
            await using (opened.Bytes) await opened.Bytes.CopyToAsync(bytes);
            return (opened.Kind, Convert.ToHexString(bytes.ToArray()));
        }

        Assert.True(await app.With(db => db.AuditEntries.AnyAsync(e => e.Name == "scan.looked-at" && e.Subject == $"submission:{receipt}")));
        Assert.Equal(Refusal.SignInRequired, (await app.Send(new OpenScan(slug, receipt, scan.Id))).Why);
    }

    [Fact]
    public async Task A_scan_that_belongs_elsewhere_is_put_aside_by_name_and_can_come_back()
    {
        var (slug, receipt) = await Received();
        await app.Send(new AttachScan(slug, receipt, new("手紙.png", Png)), TestApp.Staff);
        var scan = Assert.Single((await View(slug, receipt)).Scans).Id;
        foreach (var _ in new[] { 1, 2 }) Assert.Null((await app.Send(new SetScanAside(slug, receipt, scan), TestApp.Staff)).Why);
        Assert.Equal((true, 0), (Assert.Single((await View(slug, receipt)).Scans).Aside, await Counted()));
        Assert.Equal("scan-aside", (await app.Send(new AttachScan(slug, receipt, new("別名.png", Png)), TestApp.Staff)).Why!.Code);
        Assert.Null((await app.Send(new BringScanBack(slug, receipt, scan), TestApp.Staff)).Why);
        var view = await View(slug, receipt);
        Assert.Equal((false, 1), (Assert.Single(view.Scans).Aside, await Counted()));
        Assert.Equal([(DeskAct.ScanAttached, "手紙.png"), (DeskAct.ScanAside, "手紙.png"), (DeskAct.ScanBack, "手紙.png")], view.History.Select(h => (h.Act, h.Words)));
        Assert.Equal(Refusal.NotFound, (await app.Send(new SetScanAside(slug, receipt, Guid.NewGuid()), TestApp.Staff)).Why);
        Assert.Equal(Refusal.SignInRequired, (await app.Send(new SetScanAside(slug, receipt, scan))).Why);

        // Whatever else is known of it stays as it is.
        await Assert.ThrowsAnyAsync<Exception>(() => app.With(db => db.Database.ExecuteSqlAsync($"""UPDATE "Scans" SET "Name" = 'x' WHERE "Id" = {scan}""")));

        async Task<int> Counted() => Assert.Single((await app.Send(new FindSubmissions(slug, LedgerFilter.None), TestApp.Staff)).Value.Lines).Scans;
    }

    [Fact]
    public async Task A_scan_for_a_receipt_that_is_not_there_is_refused_and_leaves_no_file()
    {
        var slug = await app.Announce();
        var files = Files();
        Assert.Equal(Refusal.NotFound, (await app.Send(new AttachScan(slug, ReceiptNumber.New().Value, new("a.png", Png)), TestApp.Staff)).Why);
        var (other, receipt) = await Received();
        Assert.Equal("scan-script", (await app.Send(new AttachScan(other, receipt, new("a.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 /JavaScript"))), TestApp.Staff)).Why!.Code);
        await app.Send(new AttachScan(other, receipt, new("a.png", Png)), TestApp.Staff);
        await app.Send(new AttachScan(other, receipt, new("a.png", Png)), TestApp.Staff);
        Assert.Equal(files + 1, Files());
    }

    [Fact]
    public async Task A_paper_is_keyed_in_once_with_its_scans_or_not_at_all()
    {
        var slug = await app.Announce(a => a with { Channels = [new(Channel.Web), new(Channel.Post, DeadlineRule.Postmark)] });
        var paper = new SubmitOpinions(slug, new(Name: "大町 みどり"), [new("一つ目"), new("二つ目"), new("三つ目")], Channel.Post, Day, Day) { Key = "paper-1" };
        var bad = await app.Send(new KeyInSubmission(paper, [new("絵.png", Png), new("本.exe", [77, 90, 1])]), TestApp.Staff);
        Assert.Equal(("scan-unknown", 0), (bad.Why!.Code, (await Figures(slug)).All));

        var first = (await app.Send(new KeyInSubmission(paper, [new("絵.png", Png)]), TestApp.Staff)).Value;
        var again = (await app.Send(new KeyInSubmission(paper, [new("絵.png", Png)]), TestApp.Staff)).Value;
        Assert.Equal((first.ReceiptNumber, first.ReceiptSecret), (again.ReceiptNumber, again.ReceiptSecret));
        var view = await View(slug, first.ReceiptNumber);
        Assert.Equal((1, 3, 1), ((await Figures(slug)).All, view.Opinions.Count, view.Scans.Count));
        Assert.Equal(DeadlineVerdict.Postmarked, view.Deadline.Verdict);
        var counts = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal((1, 3), (counts.Submitters, counts.Opinions));
    }

    [Fact]
    public async Task Who_attends_is_told_by_name_and_only_to_staff()
    {
        var (slug, receipt) = await Received();
        var person = await app.Member("見ている人");
        Assert.Equal("見ている人", (await app.Send(new AttendSubmission(slug, receipt), person)).Value.Name);
        Assert.Equal(Refusal.NotFound, (await app.Send(new AttendSubmission(slug, ReceiptNumber.New().Value), person)).Why);
    }

    async Task<(string Slug, string Receipt)> Received()
    {
        var slug = await app.Announce();
        return (slug, (await app.Submit(slug)).ReceiptNumber);
    }

    async Task<SubmissionView> View(string slug, string receipt) => (await app.Send(new GetSubmission(slug, receipt), TestApp.Staff)).Value;

    async Task<LedgerFigures> Figures(string slug) => (await app.Send(new FindSubmissions(slug, LedgerFilter.None), TestApp.Staff)).Value.Figures;

    int Files()
    {
        var folder = app.Services.GetRequiredService<ScanOptions>().Folder;
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length : 0;
    }
}

public sealed class DeskOnSqlite(OnSqlite engine) : DeskTests(engine), IClassFixture<OnSqlite>;

public sealed class DeskOnPostgres(OnPostgres engine) : DeskTests(engine), IClassFixture<OnPostgres>;
