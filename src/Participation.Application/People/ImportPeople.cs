using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Audit;
using Participation.Data.People;
using Participation.Domain.Audit;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>
/// 利用者をまとめて登録する, from a CSV with the columns <c>name,email,role,office</c> (氏名,メールアドレス,役割,担当課): whoever is new gets an
/// account without a password and a mail that says how to choose one. A row that can't be taken is set aside by name; the rest goes on.
/// </summary>
[Audience(Audience.Administrator)]
public sealed record ImportPeople(byte[] Csv, string Reason) : IRequest<Outcome<PeopleImported>>;

/// <param name="Added">New accounts, each with a mail on its way.</param>
/// <param name="Given">Roles given, to accounts that were there too.</param>
public sealed record PeopleImported(int Added, int Given, IReadOnlyList<SetAsideRow> SetAside);

/// <param name="Line">As an editor counts.</param>
/// <param name="Code">Why, as a refusal's code.</param>
public sealed record SetAsideRow(int Line, string Who, string Code);

sealed class ImportPeopleHandler(AppDbContext db, AccountSeal accounts, AccountPost post, Rights rights, AuditTrail audit, TimeProvider clock, Caller caller)
    : IRequestHandler<ImportPeople, Outcome<PeopleImported>>
{
    public async Task<Outcome<PeopleImported>> Handle(ImportPeople ask, CancellationToken ct)
    {
        if (!post.KnowsTheSite) return AccountRefusals.NoAddress;
        if (string.IsNullOrWhiteSpace(ask.Reason)) return Refusal.Invalid("reason", "required");
        if (ask.Reason.Length > RoleGrant.ReasonAtMost) return Refusal.Invalid("reason", "field-too-long", RoleGrant.ReasonAtMost);
        var read = PeopleSheet.Read(ask.Csv);
        if (read.Refused) return read.Why;

        var now = clock.GetUtcNow();
        var offices = await db.Offices.Where(o => o.ClosedAt == null).ToDictionaryAsync(o => o.Name, o => o.Id, ct);
        var known = await Known(read.Value, ct);
        var people = await New(read.Value.Where(row => !known.ContainsKey(row.Key)), ct);
        var (added, given, aside, seen) = (new List<User>(), new List<RoleGrant>(), new List<SetAsideRow>(), new HashSet<string>());
        foreach (var row in read.Value)
        {
            var (fault, grant, made) = Take(row);
            if (fault is not null) aside.Add(new(row.Line, row.Email is "" ? row.Name : row.Email, fault));
            if (grant is not null) given.Add(grant);
            if (made is not null) added.Add(made);
        }
        db.Users.AddRange(added);
        db.RoleGrants.AddRange(given);
        // No secret in it: the link leads to where they ask for one, to their own address.
        foreach (var user in added) await post.QueueTold("invited", user, ct, "/account/recover");
        await db.SaveChangesAsync(ct);
        foreach (var grant in given) rights.Forget(grant.UserId);
        await audit.Note(new Act("people.imported", "site", JsonSerializer.Serialize(new { added = added.Count, given = given.Count, aside = aside.Count })), caller.ActorId, ct);
        return new PeopleImported(added.Count, given.Count, aside);

        (string? Fault, RoleGrant? Grant, User? Made) Take(PersonLine row)
        {
            if (row.Fault() is { } wrong) return (wrong, null, null);
            if (!seen.Add(row.Key)) return ("row-twice", null, null);
            int? office = null;
            if (row.Office is not "")
            {
                if (!offices.TryGetValue(row.Office, out var id)) return ("office-unknown", null, null);
                office = id;
            }
            var there = known.GetValueOrDefault(row.Key);
            var user = there.User ?? people[row.Key];
            RoleGrant? grant = null;
            if (row.RoleName is not Roles.Citizen)
            {
                if (there.Held?.Any(g => g.Role == row.RoleName && g.OfficeId == office) is true) return ("role-held", null, null);
                var gave = RoleGrant.Give(user.Id, new(row.RoleName!, ask.Reason, OfficeId: office), caller, now);
                if (gave.Refused) return (gave.Why.Code, null, null);
                grant = gave.Value;
            }
            else if (office is not null) return ("role-without-office", null, null);
            else if (there.User is not null) return ("person-known", null, null);
            return (null, grant, there.User is null ? user : null);
        }
    }

    /// <summary>An account for each address that could get one.</summary>
    async Task<Dictionary<string, User>> New(IEnumerable<PersonLine> rows, CancellationToken ct)
    {
        var people = new Dictionary<string, User>();
        foreach (var row in rows)
            if (!people.ContainsKey(row.Key)) people[row.Key] = await accounts.New(row.Name, row.Email, ct);
        return people;
    }

    /// <summary>The accounts that are there already, and what they hold for the whole site and have not lost.</summary>
    async Task<Dictionary<string, (User? User, List<RoleGrant>? Held)>> Known(IReadOnlyList<PersonLine> rows, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var keys = new Dictionary<string, string>();
        foreach (var row in rows)
            foreach (var key in await accounts.KeysOf(row.Key, ct)) keys[key] = row.Key;
        var sought = keys.Keys.ToArray();
        var users = await db.Users.AsNoTracking().Where(u => sought.Contains(u.NormalizedEmail!)).ToListAsync(ct);
        var ids = users.Select(u => u.Id).ToList();
        var held = (await db.RoleGrants.AsNoTracking()
            .Where(g => ids.Contains(g.UserId) && g.Space == null && g.TakenAt == null && (g.Until == null || g.Until > now)).ToListAsync(ct)).ToLookup(g => g.UserId);
        return users.ToDictionary(u => keys[u.NormalizedEmail!], u => ((User?)u, (List<RoleGrant>?)held[u.Id].ToList()));
    }
}
