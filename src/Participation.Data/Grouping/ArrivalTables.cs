using Participation.Data.Writing;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;

namespace Participation.Data.Grouping;

/// <summary>Where an opinion of the log belongs, by its words alone.</summary>
/// <param name="Beside">Sequence of the opinion it was put beside; its own when it is the first of its kind.</param>
/// <param name="Likeness">In per cent.</param>
public sealed record Arrival(long Sequence, Placing As, long Beside, int Likeness);

/// <summary>Puts arrivals into groups within a transaction of the lane, as the groups stand at that moment.</summary>
sealed class ArrivalTables(WriteSession session, int consultation, DateTimeOffset now)
{
    const string Store = """
        INSERT INTO "GroupingPositions" ("Stream", "Sequence") VALUES (@n, @s)
        ON CONFLICT ("Stream") DO UPDATE SET "Sequence" = excluded."Sequence"
        """;

    const string Count = """
        UPDATE "GroupMembers" SET "Counted" = @n WHERE "Counted" = @o AND "OpinionId" IN
          (SELECT "Id" FROM "Opinions" WHERE "ConsultationId" = @c AND "Sequence" = @s AND "Status" <> @a)
        """;

    readonly WriterTurn turn = session.Turn;
    readonly Dictionary<Guid, OpinionGroup> made = [];
    readonly List<GroupMember> members = [];
    int? number;

    public static long PositionOf(WriterTurn turn, string stream)
    {
        using var command = turn.Command("""SELECT "Sequence" FROM "GroupingPositions" WHERE "Stream" = @n""").With("n", stream);
        return command.ExecuteScalar() is long sequence ? sequence : 0;
    }

    public static void Move(WriterTurn turn, string stream, long sequence) => turn.Execute(Store, ("n", stream), ("s", sequence));

    public void Place(IReadOnlyList<Arrival> arrivals)
    {
        // What was buffered before may be what is looked for here.
        session.Rows.Flush();
        var rows = RowsOf([.. arrivals.SelectMany(a => new[] { a.Sequence, a.Beside }).Distinct()]);
        foreach (var arrival in arrivals)
            if (rows.TryGetValue(arrival.Sequence, out var own) && rows.TryGetValue(arrival.Beside, out var beside) && own.Group is null) Place(arrival, own, beside);
        // Groups first: members refer to them.
        foreach (var group in made.Values) session.Rows.Add(group);
        foreach (var member in members) session.Rows.Add(member);
    }

    /// <summary>Members count as their opinions do.</summary>
    public void Recount(IReadOnlyList<long> sequences)
    {
        foreach (var sequence in sequences)
        {
            turn.Execute(Count, ("n", false), ("o", true), ("c", consultation), ("s", sequence), ("a", nameof(SubmissionStatus.Accepted)));
            turn.Execute(Count.Replace("<>", "=", StringComparison.Ordinal), ("n", true), ("o", false), ("c", consultation), ("s", sequence), ("a", nameof(SubmissionStatus.Accepted)));
        }
    }

    void Place(Arrival arrival, Row own, Row beside)
    {
        if (beside.Group is not { } group)
        {
            var kind = arrival.As switch { Placing.TooShort => GroupKind.Counter, Placing.FormLetter => GroupKind.Letter, _ => GroupKind.Same };
            var opened = new OpinionGroup(consultation, number ??= NextNumber(), kind, beside.Id, beside.Section, now);
            number++;
            made.Add(opened.Id, opened);
            beside.Group = group = opened.Id;
            members.Add(new GroupMember(beside.Id, group, arrival.As is Placing.TooShort ? Placing.TooShort : Placing.First, 100, beside.Counts));
            if (own == beside) return;
        }
        own.Group = group;
        members.Add(new GroupMember(own.Id, group, arrival.As, arrival.Likeness, own.Counts));
        if (arrival.As is not Placing.FormLetter) return;
        if (made.TryGetValue(group, out var fresh)) fresh.BecomeLetter();
        else
        {
            turn.Execute(
                """UPDATE "OpinionGroups" SET "Kind" = @l WHERE "Id" = @g AND "Kind" = @s""",
                ("l", nameof(GroupKind.Letter)), ("g", group), ("s", nameof(GroupKind.Same)));
        }
    }

    int NextNumber()
    {
        using var command = turn.Command("""SELECT MAX("Number") FROM "OpinionGroups" WHERE "ConsultationId" = @c""").With("c", consultation);
        return command.ExecuteScalar() switch { long last => (int)last + 1, int last => last + 1, _ => 1 };
    }

    Dictionary<long, Row> RowsOf(long[] sequences)
    {
        var found = new Dictionary<long, Row>();
        using var command = turn.Command($"""
            SELECT o."Sequence", o."Id", o."Section", o."Status", m."GroupId" FROM "Opinions" o LEFT JOIN "GroupMembers" m ON m."OpinionId" = o."Id"
            WHERE o."ConsultationId" = @c AND o."Sequence" {turn.OneOf("s")}
            """).With("c", consultation).With("s", turn.ListOf(sequences));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found[reader.GetInt64(0)] = new(reader.GetGuid(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3) == nameof(SubmissionStatus.Accepted))
            {
                Group = reader.IsDBNull(4) ? null : reader.GetGuid(4),
            };
        }
        return found;
    }

    sealed record Row(Guid Id, string? Section, bool Counts)
    {
        public Guid? Group { get; set; }
    }
}
