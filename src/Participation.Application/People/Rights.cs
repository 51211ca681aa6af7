using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Data;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>
/// What an account may do now, from the grants that hold at this moment and from nowhere else. Kept in memory and forgotten when a
/// grant changes, so that a role that was taken opens nothing on the next request, and one that ends does so to the second.
/// </summary>
public sealed class Rights(IDbContextFactory<AppDbContext> contexts, TimeProvider clock) : ILiveEviction
{
    /// <summary>Accounts kept at once.</summary>
    const int AtMost = 10_000;

    readonly ConcurrentDictionary<string, IReadOnlyList<Held>> kept = new();
    int generation;

    /// <summary>The account as a caller. A token that reaches less than work brings no role with it.</summary>
    public async ValueTask<Caller> CallerOf(string userId, TokenScope scope, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var held = scope is TokenScope.Work ? (await Of(userId, ct)).Where(h => h.From <= now && (h.Until is null || now < h.Until)).ToList() : [];
        return new()
        {
            ActorId = userId, UserId = userId, Scope = scope,
            Roles = held.Where(h => h.Space is null).Select(h => h.Role).Append(Roles.Citizen).ToHashSet(),
            SpaceRoles = held.Where(h => h.Space is not null).Select(h => new SpaceRole(h.Role, h.Space!)).ToHashSet(),
        };
    }

    public void Forget(string userId)
    {
        Interlocked.Increment(ref generation);
        kept.TryRemove(userId, out _);
    }

    public void Forget(string stream, IReadOnlyList<StreamEvent> events)
    {
        if (stream is not RoleGrant.Stream) return;
        foreach (var changed in events.Where(e => e.Kind is RoleGrant.Changed))
            if (changed.Data.TryGetProperty("account", out var account) && account.ValueKind is JsonValueKind.String) Forget(account.GetString()!);
    }

    async ValueTask<IReadOnlyList<Held>> Of(string userId, CancellationToken ct)
    {
        if (kept.TryGetValue(userId, out var known)) return known;
        var before = Volatile.Read(ref generation);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var read = await db.RoleGrants.AsNoTracking().Where(g => g.UserId == userId && g.TakenAt == null)
            .Select(g => new Held(g.Role, g.Space, g.From, g.Until)).ToListAsync(ct);
        if (kept.Count >= AtMost) kept.Clear();
        // What was read while somebody forgot may be what they wanted forgotten.
        if (before == Volatile.Read(ref generation)) kept[userId] = read;
        return read;
    }

    sealed record Held(string Role, string? Space, DateTimeOffset From, DateTimeOffset? Until);
}
