using Participation.Domain.Sites;

namespace Participation.Domain.Tests.Sites;

public sealed class SiteFaceTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    [InlineData("#ffffff", "#ffffff", 1)]
    public void Contrast_is_as_the_standard_reckons_it(string one, string other, double ratio)
    {
        Assert.True(Colour.TryParse(one, out var a) && Colour.TryParse(other, out var b) && Math.Abs(a.ContrastTo(b) - ratio) < 0.05);
    }

    [Fact]
    public void A_colour_that_fails_is_told_what_it_reached_and_one_like_it_that_passes()
    {
        var fault = Assert.Single(SiteFace.Check(new SiteSettings { ActionColour = "#ffcc00" }));
        Assert.Equal(("actionColour", "colour-contrast"), (fault.Field, fault.Code));
        Assert.Equal([1.5, 4.5], [(double)fault.Values[0], (double)fault.Values[1]]);
        Assert.True(Colour.TryParse((string)fault.Values[2], out var offered) && offered.ContrastTo(Colour.White) >= 4.5);
        Assert.Empty(SiteFace.Check(new SiteSettings { ActionColour = offered.ToString() }));
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#0017c1; } body { display: none")]
    public void What_is_no_colour_is_named(string text) =>
        Assert.Equal("colour-unreadable", Assert.Single(SiteFace.Check(new SiteSettings { AccentColour = text })).Code);

    [Fact]
    public void Two_pages_can_not_have_one_address() => Assert.Equal(
        ("pages[1].slug", "slug-taken"),
        SiteFace.Check(new SiteSettings { Pages = [new("about", "このサイト", ""), new("about", "もう一つ", "")] }).Select(f => (f.Field, f.Code)).Single());

    [Fact]
    public void An_announcement_is_shown_from_its_first_instant_and_not_at_its_last()
    {
        var (from, until) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        var line = new Announcement("停電のため休みます", from, until);
        Assert.Equal([false, true, true, false], new[] { from.AddTicks(-1), from, until.AddTicks(-1), until }.Select(line.IsShownAt));
    }

    [Fact]
    public void A_picture_is_known_by_what_is_in_it()
    {
        Assert.Equal(("image/png", 32, 16), MarkImage.Read(Png(32, 16)).Value is var png ? (png.MediaType, png.Width, png.Height) : default);
        Assert.Equal(("image/jpeg", 300, 200), MarkImage.Read(Jpeg(300, 200)).Value is var jpeg ? (jpeg.MediaType, jpeg.Width, jpeg.Height) : default);
    }

    [Fact]
    public void A_picture_that_is_none_or_too_large_is_refused_by_name()
    {
        Assert.Equal("image-unknown", MarkImage.Read("<svg onload=alert(1)>"u8.ToArray()).Why!.Code);
        Assert.Equal("image-unknown", MarkImage.Read([]).Why!.Code);
        Assert.Equal("image-unknown", MarkImage.Read(Png(32, 16)[..20]).Why!.Code);
        Assert.Equal("image-unknown", MarkImage.Read([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF]).Why!.Code);
        Assert.Equal("image-too-wide", MarkImage.Read(Png(2000, 16)).Why!.Code);
        Assert.Equal("image-too-large", MarkImage.Read(new byte[MarkImage.BytesAtMost + 1]).Why!.Code);
    }

    internal static byte[] Png(int width, int height) =>
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8,
        (byte)(width >> 24), (byte)(width >> 16), (byte)(width >> 8), (byte)width, (byte)(height >> 24), (byte)(height >> 16), (byte)(height >> 8), (byte)height, 8, 6, 0, 0, 0,
    ];

    static byte[] Jpeg(int width, int height) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3, 0, 0, 0,
    ];
}
