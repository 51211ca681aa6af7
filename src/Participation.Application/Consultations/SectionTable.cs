using Participation.Application.Plans;
using Participation.Data.Consultations;

namespace Participation.Application.Consultations;

/// <summary>Opinions by the parts of the plan: its chapters and what stands right under them, deeper ones counted in these.</summary>
static class SectionTable
{
    const int Depth = 2;

    public static List<SectionCount> Of(PlanIndex plan, IEnumerable<Tally> tallies)
    {
        var counted = tallies.Where(t => t.Opinions > 0).ToDictionary(t => t.Key, t => t.Opinions);
        int Sum(IEnumerable<string> anchors) => anchors.Sum(a => counted.GetValueOrDefault(a));

        var rows = new List<SectionCount>();
        void Add(string parent, int depth)
        {
            foreach (var section in plan.ByParent[parent])
            {
                var opinions = depth == Depth ? Sum(plan.Within(section.Anchor)) : Sum([section.Anchor]);
                // A chapter that is all in its parts has nothing of its own to show.
                if (opinions > 0 || depth == Depth || !plan.ByParent[section.Anchor].Any())
                    rows.Add(new(section.Anchor, section.Number, section.Title, Gone: false, opinions));
                if (depth < Depth) Add(section.Anchor, depth + 1);
            }
        }

        Add("", 1);
        var gone = counted.Where(c => c.Key.Length > 0 && plan.Section(c.Key) is null).Sum(c => c.Value);
        if (gone > 0) rows.Add(new(null, null, null, Gone: true, gone));
        rows.Add(new(null, null, null, Gone: false, counted.GetValueOrDefault("")));
        return rows;
    }
}
