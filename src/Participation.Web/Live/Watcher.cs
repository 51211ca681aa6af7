using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Participation.Application.Live;

namespace Participation.Web.Live;

/// <summary>One connection on one stream: where it is, and what is still on its way to it.</summary>
sealed class Watcher(HubConnectionContext connection, TimeProvider clock)
{
    /// <summary>One who has not taken a frame for so long is cut off; it comes back with its last sequence.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    const int FramesWaitingAtMost = 40;

    Task pending = Task.CompletedTask;
    long pendingSince;
    int waiting;

    /// <summary>The last sequence it was given. Changed only under the stream's lock, or while it is not on the list.</summary>
    public long Cursor { get; set; }

    public string ConnectionId => connection.ConnectionId;

    public static SerializedHubMessage FrameOf(IReadOnlyList<StreamEvent> events) => new(new InvocationMessage("events", [events]));

    /// <summary>Hands over a frame, in order, without waiting for the socket.</summary>
    public void Give(SerializedHubMessage frame)
    {
        if (pending.IsCompleted)
        {
            var write = connection.WriteAsync(frame);
            if (write.IsCompletedSuccessfully) return;
            (pending, pendingSince, waiting) = (write.AsTask(), clock.GetTimestamp(), 1);
            return;
        }
        if (++waiting > FramesWaitingAtMost || clock.GetElapsedTime(pendingSince) > Patience)
        {
            connection.Abort();
            return;
        }
        pending = After(pending, frame);
    }

    /// <summary>Hands over a frame and waits until the socket has taken it: a replay goes at the reader's own pace.</summary>
    public async Task GiveAndWait(SerializedHubMessage frame, CancellationToken ct) => await connection.WriteAsync(frame, ct);

    async Task After(Task before, SerializedHubMessage frame)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.WriteAsync(frame);
    }
}
