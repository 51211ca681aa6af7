using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Participation.Web.Pages.Styleguide;
using Participation.Web.Parts;

namespace Participation.Web.Tests.Parts;

public sealed partial class StyleguideTests
{
    /// <summary>Pieces of others, seen wherever those are.</summary>
    static readonly string[] Within = ["FieldBase", "SvgText"];

    public static TheoryData<string> Parts =>
    [
        .. typeof(Card).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Participation.Web.Parts", StringComparison.Ordinal) is true && t.IsAssignableTo(typeof(IComponent)))
            .Select(t => t.Name).Where(name => !name.StartsWith('_') && !Within.Contains(name)),
    ];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_part_has_a_sample(string part) => Assert.Contains(
        SampleSource.All, sample => Tags().Matches(sample.Source).Any(tag => tag.Groups["name"].Value == part));

    [Fact]
    public void A_sample_shows_the_lines_it_was_built_from() =>
        Assert.All(SampleSource.All, sample => Assert.Contains('<', sample.Source));

    [GeneratedRegex(@"<(?<name>[A-Z]\w+)")]
    private static partial Regex Tags();
}
