using System.Text.Json;
using Participation.Application.Boards;
using Participation.Application.Live;
using Participation.Client;
using Participation.Domain.Live;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

/// <summary>A board as a phone has it: a snapshot, then what the stream told it, as far as it has listened.</summary>
sealed class Replica
{
    readonly BoardReplica screen = new();

    public static Replica Of(BoardSnapshot board)
    {
        var replica = new Replica();
        replica.screen.Begin(JsonSerializer.SerializeToElement(board, BoardJson.Options));
        return replica;
    }

    /// <summary>Hears what it missed; no more than <paramref name="atMost"/> events of it, as one who is cut off again.</summary>
    public async Task Listen(TestApp app, string code, int atMost = 500)
    {
        foreach (var told in (await app.Send(new ReadStream(Streams.Board(code), screen.Last, atMost))).Value)
        {
            Assert.Equal(screen.Last + 1, told.Sequence);
            screen.Take(new(told.Stream, told.Sequence, told.Kind, told.At, told.Data));
        }
    }

    public string Whole() => string.Join('\n',
        screen.Notes.Values.OrderBy(n => n.Id).Select(n => $"{n with { Links = null }} {string.Join(' ', n.Links ?? [])}").Concat(screen.Clusters.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}")));
}
