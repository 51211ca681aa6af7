using Participation.Application.Consultations;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

public abstract class SubmittingTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task One_letter_with_three_points_counts_one_submitter_and_three_opinions()
    {
        var slug = await app.Announce();
        var receipt = await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("一"), new("二"), new("三")]));

        Assert.Equal(SubmissionStatus.Accepted, receipt.Value.Status);
        var counts = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal((1, 3), (counts.Submitters, counts.Opinions));
        Assert.Equal(3, counts.ByChannel["web"]);
    }

    [Fact]
    public async Task The_same_key_and_body_gets_the_same_receipt_and_has_one_effect()
    {
        var slug = await app.Announce();
        var key = Guid.NewGuid().ToString();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Submit(slug, key: key)));

        Assert.Single(receipts.Distinct());
        Assert.Equal(1, (await app.Send(new GetConsultation(slug))).Value.Counts.Submitters);
    }

    [Fact]
    public async Task Another_body_under_one_key_is_refused()
    {
        var slug = await app.Announce();
        var key = Guid.NewGuid().ToString();
        await app.Submit(slug, "はじめの言葉", key);
        var second = await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("別の言葉")]) { Key = key });

        Assert.Equal(RefusalKind.KeyReused, second.Why!.Kind);
        Assert.Equal(1, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
    }

    [Fact]
    public async Task Everything_wrong_is_named_at_once_and_nothing_is_kept()
    {
        var slug = await app.Announce(c => c with { RequiredFields = [SenderField.Name] });
        var tooLong = string.Concat(Enumerable.Repeat("👨‍👩‍👧", 2_501)) + new string('あ', 7_500);
        var refused = await app.Send(new SubmitOpinions(
            slug, new Sender(Email: "だめ"), [new(" "), new(tooLong), new("よい", Anchor: "nowhere"), new("制御\u0001文字")]));

        Assert.Equal("email-shape", refused.Why!.Code);
        var mended = await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new(" "), new(tooLong), new("よい", Anchor: "nowhere"), new("制御\u0001文字")]));
        Assert.Equal(
            ["opinions[0].text opinion-required", "opinions[1].text text-too-long", "opinions[2].anchor anchor-unknown",
             "opinions[3].text control-characters", "sender.name required"],
            mended.Why!.Faults.Select(f => $"{f.Field} {f.Code}").Order(StringComparer.Ordinal));
        Assert.Equal(0, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
    }

    [Theory]
    [InlineData("あ")]
    [InlineData("か\u3099")]
    [InlineData("👍🏽")]
    [InlineData("👨‍👩‍👧")]
    public async Task Ten_thousand_characters_as_a_reader_counts_are_taken_and_one_more_is_not(string character)
    {
        var slug = await app.Announce();
        var text = string.Concat(Enumerable.Repeat(character, 10_000));
        var more = await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new(text + character)]));
        Assert.Equal("text-too-long", more.Why!.Code);
        Assert.False((await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new(text)]))).Refused);
        Assert.Equal(text, Assert.Single((await app.Send(new ListOpinions(slug))).Value.Items).Text);
    }

    [Fact]
    public async Task What_is_shown_has_no_name_and_a_receipt_needs_its_own_secret()
    {
        var slug = await app.Announce();
        var receipt = (await app.Send(new SubmitOpinions(slug, new Sender("平田 かもめ", "平田町"), [new("港を明るく")]))).Value;
        var other = await app.Submit(slug);

        var shown = System.Text.Json.JsonSerializer.Serialize((await app.Send(new ListOpinions(slug))).Value);
        Assert.DoesNotContain("平田", shown, StringComparison.Ordinal);
        Assert.True((await app.Send(new LookUpReceipt(receipt.ReceiptNumber, other.ReceiptSecret))).Refused);
        var own = await app.Send(new LookUpReceipt(receipt.ReceiptNumber.ToLowerInvariant(), receipt.ReceiptSecret.ToUpperInvariant()));
        Assert.Equal("平田 かもめ", own.Value.Sender.Name);
    }

    [Fact]
    public async Task A_visitor_can_not_hand_in_paper()
    {
        var slug = await app.Announce();
        var refused = await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("窓口で")], Channel.Counter));
        Assert.Equal(Refusal.NotAllowed, refused.Why);
    }
}

public sealed class SubmittingOnSqlite(OnSqlite engine) : SubmittingTests(engine), IClassFixture<OnSqlite>;

public sealed class SubmittingOnPostgres(OnPostgres engine) : SubmittingTests(engine), IClassFixture<OnPostgres>;
