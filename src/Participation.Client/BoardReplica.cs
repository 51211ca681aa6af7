using System.Text.Json;

namespace Participation.Client;

/// <summary>
/// A workshop board as a screen has it: a snapshot, then what the stream <c>board:{code}</c> told it. Whoever has heard all has what the
/// server has, whenever they were cut off and came back.
/// </summary>
public sealed class BoardReplica
{
    readonly Dictionary<Guid, BoardNote> notes = [];
    readonly Dictionary<Guid, string> clusters = [];

    public IReadOnlyDictionary<Guid, BoardNote> Notes => notes;

    /// <summary>Titles by id; an empty one is a stack that nobody has named yet.</summary>
    public IReadOnlyDictionary<Guid, string> Clusters => clusters;

    /// <summary>Watch the stream from here on.</summary>
    public long Last { get; private set; }

    /// <summary>What may be seen has changed: a new snapshot is wanted.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Begins anew. <see cref="Last"/> may go back: what was said since the snapshot was made is to be heard again.</summary>
    public void Begin(JsonElement snapshot)
    {
        (Last, IsStale) = (snapshot.GetProperty("head").GetInt64(), false);
        notes.Clear();
        clusters.Clear();
        Put(snapshot);
    }

    /// <summary>Hears an event; one that was heard before, or that leaves a gap, changes nothing.</summary>
    public void Take(LiveEvent told)
    {
        if (told.Sequence != Last + 1) return;
        Last = told.Sequence;
        IsStale |= told.Kind is "session.changed";
        foreach (var gone in List(told.Data, "gone")) notes.Remove(gone.GetGuid());
        Put(told.Data);
    }

    void Put(JsonElement data)
    {
        foreach (var note in List(data, "notes").Select(n => n.Deserialize<BoardNote>(JsonSerializerOptions.Web)!)) notes[note.Id] = note;
        foreach (var cluster in List(data, "clusters")) clusters[cluster.GetProperty("id").GetGuid()] = cluster.GetProperty("title").GetString()!;
    }

    static JsonElement.ArrayEnumerator List(JsonElement data, string name) => data.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;
}

/// <summary>付箋, as those may see it who see it at all.</summary>
public sealed record BoardNote(
    Guid Id, Guid Board, int Column, string Position, string Colour, string Text, string? Author, Guid? Cluster, bool Parked, bool Answered, int Version,
    IReadOnlyList<Guid>? Links, int? Supports);
