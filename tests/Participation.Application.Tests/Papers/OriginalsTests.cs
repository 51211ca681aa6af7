using System.Text;
using Participation.Application.Consultations;
using Participation.Application.Ledger;
using Participation.Application.Papers;
using Participation.Application.Tests.Documents;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Papers;

public abstract class OriginalsTests(EngineFixture engine)
{
    const string Name = "大澤はまゆり", Letter = $"歩道を広げてください。{Name}の家の前です。図書館を夜も開けてください。連絡は{Name}まで。";

    readonly TestApp app = engine.App;

    [Theory]
    [InlineData(ReportFormat.Docx)]
    [InlineData(ReportFormat.Csv)]
    public async Task Masked_originals_have_no_sender_and_nothing_that_was_masked(ReportFormat format)
    {
        var slug = await Sent(split: false);
        var text = await Written(slug, masked: true, format);
        Assert.Contains("歩道を広げてください。■■■の家の前です。", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, text, StringComparison.Ordinal);
        Assert.Equal(["""{"masked":true}"""], await Logged(slug));
    }

    [Fact]
    public async Task What_was_masked_in_a_part_is_masked_in_the_original_and_what_is_in_no_part_stays_hidden()
    {
        var slug = await Sent(split: true);
        var text = await Written(slug, masked: true, ReportFormat.Csv);
        Assert.Contains("歩道を広げてください。■■■の家の前です。図書館を夜も開けてください。■■■", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain("連絡は", text, StringComparison.Ordinal);
        // One row: the letter as it came.
        Assert.Equal(2, text.Trim().Split("\r\n").Length);
    }

    [Fact]
    public async Task Unmasked_originals_are_word_for_word_and_each_look_at_them_is_logged()
    {
        var slug = await Sent(split: true);
        for (var i = 0; i < 2; i++) Assert.Contains($"{Name},みさき町三丁目,{Letter}", await Written(slug, masked: false, ReportFormat.Csv), StringComparison.Ordinal);
        Assert.Equal(["""{"masked":false}""", """{"masked":false}"""], await Logged(slug));
    }

    [Fact]
    public async Task They_are_staffs_of_the_space_alone_and_a_refusal_is_not_logged_as_a_look()
    {
        var slug = await Sent(split: false);
        Assert.Equal("sign-in-required", (await app.Send(new WriteOriginals(slug, true, ReportFormat.Csv, Stream.Null))).Why!.Code);
        var elsewhere = new Caller { ActorId = "s", UserId = "s", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Staff, "elsewhere") } };
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new WriteOriginals(slug, false, ReportFormat.Csv, Stream.Null), elsewhere)).Why);
        Assert.Empty(await Logged(slug));
    }

    [Fact]
    public async Task Late_and_withdrawn_ones_are_among_them()
    {
        var slug = await Sent(split: false);
        var gone = await app.Submit(slug, "取り下げる意見です。");
        await app.Send(new WithdrawSubmission(gone.ReceiptNumber, gone.ReceiptSecret));
        var text = await Written(slug, masked: true, ReportFormat.Csv);
        Assert.Contains("取下げ,取り下げる意見です。", text, StringComparison.Ordinal);
    }

    async Task<string> Sent(bool split)
    {
        app.Clock.Now = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.FromHours(9));
        var slug = await app.Announce();
        var receipt = (await app.Send(new SubmitOpinions(slug, new Sender(Name, "みさき町三丁目"), [new(Letter)]))).Value.ReceiptNumber;
        var opinion = await Only(slug, receipt);
        if (split)
        {
            foreach (var words in new[] { $"歩道を広げてください。{Name}の家の前です。", "図書館を夜も開けてください。" })
            {
                opinion = (await app.Send(new GetSubmission(slug, receipt), TestApp.Staff)).Value.Opinions.First(o => o.PartOf is null);
                Assert.Null((await app.Send(new SplitOpinion(slug, receipt, opinion.Id, TextStretches.Of(words, Letter), null, null, opinion.Version), TestApp.Staff)).Why);
            }
            opinion = (await app.Send(new GetSubmission(slug, receipt), TestApp.Staff)).Value.Opinions.First(o => o.PartOf is not null);
        }
        Assert.Null((await app.Send(new MaskOpinion(slug, receipt, opinion.Id, [], Name, opinion.Version), TestApp.Staff)).Why);
        return slug;
    }

    async Task<DeskOpinion> Only(string slug, string receipt) => (await app.Send(new GetSubmission(slug, receipt), TestApp.Staff)).Value.Opinions.Single();

    async Task<string> Written(string slug, bool masked, ReportFormat format)
    {
        using var file = new MemoryStream();
        Assert.Null((await app.Send(new WriteOriginals(slug, masked, format, file), TestApp.Staff)).Why);
        file.Position = 0;
        return format is ReportFormat.Docx ? OfficeFiles.Text(file) : Encoding.UTF8.GetString(file.ToArray());
    }

    async Task<IEnumerable<string>> Logged(string slug) => (await app.With(db => Task.FromResult(db.AuditEntries.Where(e => e.Subject == $"consultation:{slug}" && e.Name == "originals.exported").OrderBy(e => e.Sequence).Select(e => e.Detail).ToList()))).Select(detail => detail.Replace(" ", "", StringComparison.Ordinal));
}

public sealed class OriginalsOnSqlite(OnSqlite engine) : OriginalsTests(engine), IClassFixture<OnSqlite>;

public sealed class OriginalsOnPostgres(OnPostgres engine) : OriginalsTests(engine), IClassFixture<OnPostgres>;
