using System.Globalization;
using Microsoft.Extensions.Localization;
using Participation.Application.People;
using Participation.Web.Words;

namespace Participation.Web.Verbs;

/// <summary>How a city's first administrator comes to be: there is nobody yet who could give the role.</summary>
sealed class ImportPeopleVerb : Verb
{
    public override string Usage => "import-people CSV --reason WORDS";

    public override async Task Run(VerbContext context)
    {
        var (file, reason) = (context.Arguments[0], context.Arguments["reason"]);
        var imported = await context.Send(new ImportPeople(await Files.Read(file, context.Ct), reason));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Added {imported.Added} people and gave {imported.Given} roles; {imported.SetAside.Count} rows set aside."));
        var words = context.Services.GetRequiredService<IStringLocalizer<RefusalWords>>();
        foreach (var row in imported.SetAside)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  line {row.Line}: {words.Of(row.Code)} ({row.Code})"));
    }
}

/// <summary>Before going back to a version that keeps accounts in clear (docs/adr/0013-accounts.md): no migration has the keys.</summary>
sealed class UnsealAccountsVerb : Verb
{
    public override string Usage => "unseal-accounts";

    public override async Task Run(VerbContext context)
    {
        var (opened, left) = await context.Services.GetRequiredService<AccountSealing>().UnsealAll(context.Ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{opened} accounts stand in clear. The next start seals them again."));
        if (left > 0) throw new VerbException(string.Create(CultureInfo.InvariantCulture, $"{left} accounts can't be opened: their keys are not here."));
    }
}
