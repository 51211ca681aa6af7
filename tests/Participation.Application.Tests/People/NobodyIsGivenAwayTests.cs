using Microsoft.AspNetCore.DataProtection;
using Participation.Application.People;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

/// <summary>
/// Whether an address has an account is told by neither words nor time. Time is counted here as what costs it: questions to the
/// database and values sealed; a clock would only measure what else the machine does.
/// </summary>
public abstract class NobodyIsGivenAwayTests(DatabaseProvider provider)
{
    [Fact]
    public Task Who_asks_to_recover_hears_the_same_after_the_same_work() => Holds(email => new AskToRecover(email));

    [Fact]
    public Task Who_asks_to_register_hears_the_same_after_the_same_work() => Holds(email => new AskToRegister(email));

    async Task Holds(Func<string, MediatR.IRequest<Outcome<Done>>> ask)
    {
        var seals = new CountedSeals();
        await using var app = await TestApp.Start(provider, seals);
        var known = await app.Account();
        // Whatever is made at the first time is there from now on.
        await Ask(People.NewAddress());

        var (toKnown, toUnknown) = (await Ask(known), await Ask(People.NewAddress()));
        Assert.Equal(toKnown, toUnknown);
        Assert.Equal((false, 2), (toKnown.Refused, toKnown.Sealed));
        Assert.Single(await app.Letters(known));
        // Asked again at once, nobody gets a second letter, and nobody hears that either.
        var (again, unknownAgain) = (await Ask(known), await Ask((await app.Letters())[^1].To));
        Assert.Equal(again, unknownAgain);

        async Task<(bool Refused, Done? Said, int Questions, int Sealed)> Ask(string email)
        {
            seals.Made = 0;
            Outcome<Done> said = default!;
            var questions = await Commands.CountOf(async () => said = await app.Send(ask(email)));
            return (said.Refused, said.Refused ? null : said.Value, questions, seals.Made);
        }
    }

    /// <summary>Counts what is sealed with it.</summary>
    sealed class CountedSeals : IDataProtectionProvider
    {
        readonly EphemeralDataProtectionProvider ring = new();

        public int Made { get; set; }

        public IDataProtector CreateProtector(string purpose) => new Counted(ring.CreateProtector(purpose), this);

        sealed class Counted(IDataProtector seal, CountedSeals count) : IDataProtector
        {
            public IDataProtector CreateProtector(string purpose) => new Counted(seal.CreateProtector(purpose), count);

            public byte[] Protect(byte[] plaintext)
            {
                count.Made++;
                return seal.Protect(plaintext);
            }

            public byte[] Unprotect(byte[] protectedData) => seal.Unprotect(protectedData);
        }
    }
}

public sealed class NobodyIsGivenAwayOnSqlite() : NobodyIsGivenAwayTests(DatabaseProvider.Sqlite);

public sealed class NobodyIsGivenAwayOnPostgres() : NobodyIsGivenAwayTests(DatabaseProvider.Postgres);
