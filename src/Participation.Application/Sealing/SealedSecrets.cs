using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Eligibility;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.Eligibility;
using Participation.Domain.Eligibility;

namespace Participation.Application.Sealing;

/// <summary>The keys of authenticator apps.</summary>
sealed class SealedApps(IDataProtectionProvider protection) : SealedRows<IdentityUserToken<string>>
{
    readonly IDataProtector seal = protection.CreateProtector(PeopleStore.AppKeys);

    public override string Name => "authenticator apps";

    protected override IQueryable<IdentityUserToken<string>> Others(AppDbContext db, SealKey newest)
    {
        var head = newest.TextHead;
        return All(db).Where(t => !t.Value!.StartsWith(head));
    }

    protected override IQueryable<IdentityUserToken<string>> Of(AppDbContext db, SealKey key)
    {
        var head = key.TextHead;
        return All(db).Where(t => t.Value!.StartsWith(head));
    }

    static IQueryable<IdentityUserToken<string>> All(AppDbContext db) => db.UserTokens.Where(t => t.Name == "AuthenticatorKey" && t.Value != null && t.Value != "");

    protected override IOrderedQueryable<IdentityUserToken<string>> InOrder(IQueryable<IdentityUserToken<string>> rows) => rows.OrderBy(t => t.UserId);

    protected override void Reseal(IdentityUserToken<string> row) => row.Value = seal.Protect(seal.Unprotect(row.Value!));
}

/// <summary>Letters with a code that wait to be posted.</summary>
sealed class SealedCodes(PersonKeys keys) : SealedRows<PostedCode>
{
    public override string Name => "letters with a code";

    protected override IQueryable<PostedCode> Others(AppDbContext db, SealKey newest)
    {
        var head = newest.TextHead;
        return db.PostedCodes.Where(c => c.Letter != null && !c.Letter.StartsWith(head));
    }

    protected override IQueryable<PostedCode> Of(AppDbContext db, SealKey key)
    {
        var head = key.TextHead;
        return db.PostedCodes.Where(c => c.Letter != null && c.Letter.StartsWith(head));
    }

    protected override IOrderedQueryable<PostedCode> InOrder(IQueryable<PostedCode> rows) => rows.OrderBy(c => c.Id);

    protected override void Reseal(PostedCode row) => row.SealAnew(keys.Seal(keys.Open(row.Letter!)));
}

/// <summary>The key of people's hashes. It stays as it is; only what it lies in is new.</summary>
sealed class SealedPersonKey(PersonKeys keys) : SealedRows<PersonKey>
{
    public override string Name => "the key of hashes";

    protected override IQueryable<PersonKey> Others(AppDbContext db, SealKey newest) => db.Set<PersonKey>()
        .FromSql($"""SELECT * FROM "PersonKey" WHERE substr("Value", {SealKey.At}, {SealKey.Length}) <> {newest.Id}""");

    protected override IQueryable<PersonKey> Of(AppDbContext db, SealKey key) => db.Set<PersonKey>()
        .FromSql($"""SELECT * FROM "PersonKey" WHERE substr("Value", {SealKey.At}, {SealKey.Length}) = {key.Id}""");

    protected override IOrderedQueryable<PersonKey> InOrder(IQueryable<PersonKey> rows) => rows.OrderBy(k => k.Id);

    protected override void Reseal(PersonKey row) => row.SealAnew(keys.ResealKey(row.Value));
}
