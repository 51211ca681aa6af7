using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Participation.Application.Sealing;

namespace Participation.Web.Verbs;

/// <summary>Before the ninety days are over, because somebody has seen a key. What was sealed with the old ones is still read with them.</summary>
sealed class RotateKeysVerb : Verb
{
    public override string Usage => "rotate-keys";

    public override bool Migrates => false;

    public override Task Run(VerbContext context)
    {
        // The ring keeps real time, also in a rehearsal.
        var now = TimeProvider.System.GetUtcNow();
        var key = context.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
        Console.WriteLine($"From now on {key.KeyId:D} seals. Programs that are running use it within a day, or when they are started anew.");
        return Task.CompletedTask;
    }
}

/// <summary>An old key opens nothing any more. Refused while something kept needs it: that is sealed anew first, here as in the daily round.</summary>
sealed class RevokeKeyVerb : Verb
{
    public override string Usage => "revoke-key ID";

    public override async Task Run(VerbContext context)
    {
        var keys = context.Services.GetRequiredService<IKeyManager>();
        if (!Guid.TryParse(context.Arguments[0], out var id) || keys.GetAllKeys().All(k => k.KeyId != id)) throw new VerbException("There is no such key in the ring.");
        if (Resealing.IsNewest(id, context.Services.GetRequiredService<IDataProtectionProvider>())) throw new VerbException("That key seals now. `rotate-keys` first.");
        var resealing = context.Services.GetRequiredService<Resealing>();
        var anew = await resealing.ResealDue(context.Ct, int.MaxValue);
        if (anew > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Sealed {anew} things anew."));
        var needs = await resealing.NeedsOf(id, context.Ct);
        if (needs.Count > 0) throw new VerbException($"Still needed for {string.Join(", ", needs.Select(n => $"{n.Value} {n.Key}"))}.");
        keys.RevokeKey(id, "revoke-key");
        Console.WriteLine($"{id:D} opens nothing any more. Programs that are running forget it within a day, or when they are started anew.");
    }
}
