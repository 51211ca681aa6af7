using Participation.Data.Live;

namespace Participation.Data.Writing;

/// <summary>Finds which keys of a batch were used before, in one question.</summary>
static class UsedKeys
{
    public static Dictionary<string, IdempotencyKey> Find(WriterTurn turn, List<WriteJob> batch)
    {
        var found = new Dictionary<string, IdempotencyKey>();
        var keys = batch.Select(job => job.Claim?.Key).OfType<string>().Distinct().ToArray();
        if (keys.Length == 0) return found;
        using var command = turn.Command($"""SELECT "Key", "Body", "At", "Answer" FROM "IdempotencyKeys" WHERE "Key" {turn.OneOf("keys")}""")
            .With("keys", turn.ListOf(keys));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var at = new DateTimeOffset(reader.GetInt64(2), TimeSpan.Zero);
            var key = new IdempotencyKey(new KeyClaim(reader.GetString(0), reader.GetString(1)), at, reader.IsDBNull(3) ? null : reader.GetString(3));
            found[key.Key] = key;
        }
        return found;
    }
}
