using System.Text;
using Participation.Domain.Plans;

namespace Participation.Domain.Tests.Plans;

/// <summary>Draws a plan's tree as lines a person can compare at a glance.</summary>
static class Trees
{
    public static string Draw(PlanDraft plan, bool passages = true) => Draw(plan.Sections, 0, passages);

    /// <summary>Numbers, titles and texts in reading order, without white space.</summary>
    public static string Words(PlanDraft plan)
    {
        var words = new StringBuilder();
        Append(words, plan.Sections);
        return Dense(words.ToString());
    }

    public static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    public static SectionDraft At(PlanDraft plan, params string[] titles)
    {
        var found = plan.Sections.Single(section => section.Title == titles[0]);
        foreach (var title in titles.Skip(1)) found = found.Sections.Single(section => section.Title == title);
        return found;
    }

    public static IEnumerable<SectionDraft> All(IEnumerable<SectionDraft> sections) =>
        sections.SelectMany(section => All(section.Sections).Prepend(section));

    static string Draw(IEnumerable<SectionDraft> sections, int depth, bool passages)
    {
        var drawn = new StringBuilder();
        foreach (var section in sections)
        {
            drawn.Append(' ', depth * 2).Append("# ").Append(section.Number is null ? "" : section.Number + " | ").Append(section.Title).Append('\n');
            if (passages)
                foreach (var passage in section.Passages)
                    drawn.Append(' ', depth * 2 + 2).Append(passage.Kind).Append(": ").Append(passage.Text.Replace('\n', '/').Replace('\t', '¦')).Append('\n');
            drawn.Append(Draw(section.Sections, depth + 1, passages));
        }
        return drawn.ToString();
    }

    static void Append(StringBuilder words, IEnumerable<SectionDraft> sections)
    {
        foreach (var section in sections)
        {
            words.Append(section.Number).Append(section.Title);
            foreach (var passage in section.Passages) words.Append(passage.Text);
            Append(words, section.Sections);
        }
    }
}
