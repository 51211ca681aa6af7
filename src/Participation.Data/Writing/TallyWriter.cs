using Participation.Domain.Consultations;

namespace Participation.Data.Writing;

/// <summary>Adds up the counts that a transaction changes and stores each once.</summary>
sealed class TallyWriter(WriterTurn turn)
{
    const string Upsert = """
        INSERT INTO "Tallies" ("ConsultationId", "Dimension", "Key", "Submitters", "Opinions") VALUES (@c, @d, @k, @s, @o)
        ON CONFLICT ("ConsultationId", "Dimension", "Key") DO UPDATE SET
          "Submitters" = "Tallies"."Submitters" + excluded."Submitters", "Opinions" = "Tallies"."Opinions" + excluded."Opinions"
        """;

    readonly Dictionary<(int, TallyDimension, string), (int Submitters, int Opinions)> steps = [];

    public void Add(IReadOnlyList<TallyChange> changes)
    {
        foreach (var change in changes)
        {
            var place = (change.ConsultationId, change.Dimension, change.Key);
            var (submitters, opinions) = steps.GetValueOrDefault(place);
            steps[place] = (submitters + change.Submitters, opinions + change.Opinions);
        }
    }

    public void Flush()
    {
        foreach (var ((consultation, dimension, key), (submitters, opinions)) in steps)
            turn.Execute(Upsert, ("c", consultation), ("d", dimension.ToString()), ("k", key), ("s", submitters), ("o", opinions));
    }
}
