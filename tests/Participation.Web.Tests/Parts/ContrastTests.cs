using System.Globalization;
using System.Text.RegularExpressions;
using Participation.TestKit;

namespace Participation.Web.Tests.Parts;

/// <summary>The colours of tokens.css against each other, by the formula of WCAG 2.2.</summary>
public sealed partial class ContrastTests
{
    /// <summary>Words and what stands behind them.</summary>
    static readonly (string Words, string Behind)[] Texts =
    [
        .. from behind in new[] { "paper", "paper-warm", "paper-raised" } from words in new[] { "ink", "ink-soft", "action", "visited" } select (words, behind),
        ("on-action", "action"), ("on-action", "action-strong"), ("action", "action-soft"), ("action-strong", "action-soft"), ("accent-ink", "paper"), ("accent-ink", "accent-soft"),
        ("paper", "accent-ink"), ("ink", "accent-soft"), ("info", "info-soft"), ("success", "success-soft"), ("warning", "warning-soft"), ("error", "error-soft"),
        ("ink", "info-soft"), ("ink", "success-soft"), ("ink", "warning-soft"), ("ink", "error-soft"), ("error", "paper"),
    ];

    /// <summary>Edges and marks that say something, and what they stand on.</summary>
    static readonly (string Mark, string Behind)[] Marks = [("rule-strong", "paper"), ("rule-strong", "paper-raised"), ("accent", "paper"), ("focus-line", "paper"), ("action", "paper-raised")];

    public static TheoryData<string, string, string, double> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, string, double>();
            foreach (var scheme in new[] { "light", "dark" })
            {
                foreach (var (words, behind) in Texts) pairs.Add(scheme, words, behind, 4.5);
                foreach (var (mark, behind) in Marks) pairs.Add(scheme, mark, behind, 3);
            }
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Colours_that_meet_can_be_told_apart(string scheme, string front, string behind, double least)
    {
        var tokens = Tokens(scheme);
        var ratio = Ratio(Resolve(tokens, front), Resolve(tokens, behind));
        Assert.True(ratio >= least, string.Create(CultureInfo.InvariantCulture, $"--{front} on --{behind} ({scheme}): {ratio:0.00}, wanted {least}"));
    }

    static Dictionary<string, string> Tokens(string scheme)
    {
        var tokens = new Dictionary<string, string>();
        var ours = File.ReadAllText(Path.Combine(Repository.Root, "wwwroot", "css", "tokens.css"));
        var dark = ours.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        Assert.True(dark > 0);
        Read(File.ReadAllText(Path.Combine(Repository.Root, "node_modules", "@digital-go-jp", "design-tokens", "dist", "tokens-simple.css")));
        Read(ours[..dark]);
        if (scheme is "dark") Read(ours[dark..]);
        return tokens;

        void Read(string css)
        {
            foreach (Match token in Token().Matches(css)) tokens[token.Groups["name"].Value] = token.Groups["value"].Value.Trim();
        }
    }

    static string Resolve(Dictionary<string, string> tokens, string name)
    {
        var value = tokens[name];
        return Variable().Match(value) is { Success: true } other ? Resolve(tokens, other.Groups["name"].Value) : value;
    }

    static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    static double Luminance(string colour)
    {
        var hex = colour.TrimStart('#');
        if (hex.Length == 3) hex = string.Concat(hex.SelectMany(c => new[] { c, c }));
        double Channel(int at)
        {
            var part = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(0) + 0.7152 * Channel(2) + 0.0722 * Channel(4);
    }

    [GeneratedRegex(@"--(?<name>[\w-]+):\s*(?<value>[^;]+);")]
    private static partial Regex Token();

    [GeneratedRegex(@"^var\(--(?<name>[\w-]+)\)$")]
    private static partial Regex Variable();
}
