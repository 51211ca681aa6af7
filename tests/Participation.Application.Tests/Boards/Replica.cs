using System.Text.Json;
using Participation.Application.Boards;
using Participation.Application.Live;
using Participation.Domain.Boards;
using Participation.Domain.Live;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

/// <summary>A board as a phone has it: a snapshot, then what the stream told it, as far as it has listened.</summary>
sealed class Replica
{
    readonly Dictionary<Guid, string> notes = [];
    readonly Dictionary<Guid, string> clusters = [];
    long last;

    public static Replica Of(BoardSnapshot board)
    {
        var replica = new Replica { last = board.Head };
        foreach (var note in board.Notes) replica.notes[note.Id] = Text(note.Column, note.Position, note.Text, note.Cluster);
        foreach (var cluster in board.Clusters) replica.clusters[cluster.Id] = cluster.Title;
        return replica;
    }

    /// <summary>Hears what it missed; no more than <paramref name="atMost"/> events of it, as one who is cut off again.</summary>
    public async Task Listen(TestApp app, string code, int atMost = 500)
    {
        foreach (var told in (await app.Send(new ReadStream(Streams.Board(code), last, atMost))).Value)
        {
            Assert.Equal(last + 1, told.Sequence);
            last = told.Sequence;
            Take(told.Data);
        }
    }

    public string Whole() => string.Join('\n',
        notes.OrderBy(n => n.Key).Select(n => $"{n.Key} {n.Value}").Concat(clusters.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}")));

    void Take(JsonElement data)
    {
        foreach (var gone in List(data, "gone")) notes.Remove(gone.GetGuid());
        foreach (var note in List(data, "notes"))
            notes[note.GetProperty("id").GetGuid()] = Text(
                note.GetProperty("column").GetInt32(), note.GetProperty("position").GetString()!, note.GetProperty("text").GetString()!,
                note.TryGetProperty("cluster", out var cluster) ? cluster.GetGuid() : null);
        foreach (var cluster in List(data, "clusters")) clusters[cluster.GetProperty("id").GetGuid()] = cluster.GetProperty("title").GetString()!;
    }

    static JsonElement.ArrayEnumerator List(JsonElement data, string name) => data.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    static string Text(int column, string position, string text, Guid? cluster) => $"{column} {position} {text} {cluster}";
}
