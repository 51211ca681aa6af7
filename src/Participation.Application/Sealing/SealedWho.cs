using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Mail;
using Participation.Application.People;
using Participation.Application.Series;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Consultations;
using Participation.Domain.Mail;
using Participation.Domain.Series;

namespace Participation.Application.Sealing;

sealed class SealedSenders(SenderSeal seal) : SealedRows<Contact>
{
    public override string Name => "senders";

    // Without its print the table's guard would not take it: that one is sealed once.
    protected override IQueryable<Contact> Others(AppDbContext db, SealKey newest) => db.Contacts
        .FromSql($"""SELECT * FROM "Contacts" WHERE "Print" IS NOT NULL AND substr("Sealed", {SealKey.At}, {SealKey.Length}) <> {newest.Id}""");

    protected override IQueryable<Contact> Of(AppDbContext db, SealKey key) => db.Contacts
        .FromSql($"""SELECT * FROM "Contacts" WHERE substr("Sealed", {SealKey.At}, {SealKey.Length}) = {key.Id}""");

    protected override IOrderedQueryable<Contact> InOrder(IQueryable<Contact> rows) => rows.OrderBy(c => c.SubmissionId);

    protected override ValueTask<bool> MayReseal(Contact row, CancellationToken ct) => seal.IsAsItWas(row, ct);

    protected override void Reseal(Contact row) => row.SealAnew(seal.Reseal(row.Sealed!));
}

sealed class SealedAccounts(AccountSeal seal) : SealedRows<User>
{
    public override string Name => "accounts";

    protected override IQueryable<User> Others(AppDbContext db, SealKey newest) => db.Users
        .FromSql($"""SELECT * FROM "AspNetUsers" WHERE substr("Sealed", {SealKey.At}, {SealKey.Length}) <> {newest.Id}""");

    protected override IQueryable<User> Of(AppDbContext db, SealKey key) => db.Users
        .FromSql($"""SELECT * FROM "AspNetUsers" WHERE substr("Sealed", {SealKey.At}, {SealKey.Length}) = {key.Id}""");

    protected override IOrderedQueryable<User> InOrder(IQueryable<User> rows) => rows.OrderBy(u => u.Id);

    protected override void Reseal(User row) => row.Seal(seal.Reseal(row.Sealed!), row.NormalizedEmail!);
}

sealed class SealedLetters(LetterSeal seal) : SealedRows<OutgoingMail>
{
    public override string Name => "letters";

    // What is on its way is left to whoever sends it.
    protected override IQueryable<OutgoingMail> Others(AppDbContext db, SealKey newest) => db.OutgoingMails
        .FromSql($"""SELECT * FROM "OutgoingMails" WHERE "Status" <> 'Sending' AND substr("Sealed", {SealKey.At}, {SealKey.Length}) <> {newest.Id}""");

    protected override IQueryable<OutgoingMail> Of(AppDbContext db, SealKey key) => db.OutgoingMails
        .FromSql($"""SELECT * FROM "OutgoingMails" WHERE substr("Sealed", {SealKey.At}, {SealKey.Length}) = {key.Id}""");

    protected override IOrderedQueryable<OutgoingMail> InOrder(IQueryable<OutgoingMail> rows) => rows.OrderBy(m => m.Id);

    protected override void Reseal(OutgoingMail row) => row.SealAnew(seal.Reseal(row.Sealed!));
}

sealed class SealedSignUps(SignUpSeal seal) : SealedRows<SignUp>
{
    public override string Name => "workshop sign-ups";

    protected override IQueryable<SignUp> Others(AppDbContext db, SealKey newest) => db.Set<SignUp>()
        .FromSql($"""SELECT * FROM "SignUps" WHERE substr("Sealed", {SealKey.At}, {SealKey.Length}) <> {newest.Id}""");

    protected override IQueryable<SignUp> Of(AppDbContext db, SealKey key) => db.Set<SignUp>()
        .FromSql($"""SELECT * FROM "SignUps" WHERE substr("Sealed", {SealKey.At}, {SealKey.Length}) = {key.Id}""");

    protected override IOrderedQueryable<SignUp> InOrder(IQueryable<SignUp> rows) => rows.OrderBy(s => s.Id);

    protected override void Reseal(SignUp row) => row.SealAnew(seal.Reseal(row.Sealed!));
}
