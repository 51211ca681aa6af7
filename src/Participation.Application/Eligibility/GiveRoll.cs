using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Documents.Csv;
using Participation.Domain.Eligibility;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;

namespace Participation.Application.Eligibility;

/// <summary>名簿を登録する: a table with the columns name, born and number. Only keyed hashes of its rows are kept.</summary>
/// <param name="Until">The last day it proves anything.</param>
[Audience(Audience.Administrator)]
public sealed record GiveRoll(string? Name, DateOnly? Until, byte[] Csv) : IRequest<Outcome<RollGiven>>;

/// <param name="Doubled">Lines whose person stood in the table before; the rest went in.</param>
public sealed record RollGiven(RollView Roll, IReadOnlyList<int> Doubled);

public sealed record RollView(Guid Id, string Name, int People, DateTimeOffset At, DateTimeOffset Until);

/// <summary>The rolls, the latest first.</summary>
/// <param name="Before">The id of the last one seen; ids begin with the instant.</param>
[Audience(Audience.Administrator)]
public sealed record ListRolls(Guid? Before = null, int Limit = 50) : IRequest<Outcome<RollsFound>>;

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record RollsFound(IReadOnlyList<RollView> Rolls, Guid? Next);

/// <summary>A roll proves nothing from now on.</summary>
[Audience(Audience.Administrator)]
public sealed record CloseRoll(Guid Id) : IRequest<Outcome<Done>>;

sealed class GiveRollValidator : AbstractValidator<GiveRoll>
{
    public GiveRollValidator()
    {
        RuleFor(g => g.Name).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("field-too-long").WithState(_ => new object[] { 100 });
        RuleFor(g => g.Until).NotNull().WithErrorCode("required");
    }
}

sealed class GiveRollHandler(AppDbContext db, PersonKeys keys, TimeProvider clock) : IRequestHandler<GiveRoll, Outcome<RollGiven>>
{
    static readonly string[] Header = ["name", "born", "number"];

    public async Task<Outcome<RollGiven>> Handle(GiveRoll ask, CancellationToken ct)
    {
        IReadOnlyList<CsvRow> rows;
        try
        {
            rows = CsvTable.Read(ask.Csv, Header);
        }
        catch (UnreadableTableException unreadable)
        {
            return unreadable.Reason is "csv-header" ? Refusal.Invalid("csv", "roll-header") : Refusal.Invalid("csv", unreadable.Reason, unreadable.Line);
        }
        if (rows.Count is 0 or > Roll.RowsAtMost) return Refusal.Invalid("csv", "roll-size", Roll.RowsAtMost);
        var (faults, doubled, proofs) = (new List<Fault>(), new List<int>(), new Dictionary<string, byte[]>());
        foreach (var row in rows)
        {
            if (string.IsNullOrWhiteSpace(row["name"])) faults.Add(new($"csv[{row.Line}].name", "roll-name", row.Line));
            else if (!DateOnly.TryParseExact(row["born"], ["yyyy-MM-dd", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var born))
                faults.Add(new($"csv[{row.Line}].born", "roll-born", row.Line));
            else
            {
                var proof = await keys.ProofOf(new PersonalFacts(row["name"], born, row["number"]), ct);
                if (!proofs.TryAdd(Convert.ToHexString(proof), proof)) doubled.Add(row.Line);
            }
        }
        if (faults.Count > 0) return Refusal.Invalid([.. faults.Take(100)]);
        var until = JapanTime.StartOfDay(ask.Until!.Value.AddDays(1), JapanTime.Zone);
        var roll = new Roll(ask.Name!.Trim(), proofs.Values, until, clock.GetUtcNow());
        db.Add(roll);
        await db.SaveChangesAsync(ct);
        return new RollGiven(Rolls.View(roll), doubled);
    }
}

sealed class ListRollsHandler(AppDbContext db) : IRequestHandler<ListRolls, Outcome<RollsFound>>
{
    public async Task<Outcome<RollsFound>> Handle(ListRolls ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var rolls = db.Rolls.AsNoTracking();
        if (ask.Before is { } before) rolls = rolls.Where(r => r.Id.CompareTo(before) < 0);
        var found = await rolls.OrderByDescending(r => r.Id).Take(limit + 1).ToListAsync(ct);
        return new RollsFound([.. found.Take(limit).Select(Rolls.View)], found.Count > limit ? found[limit - 1].Id : null);
    }
}

sealed class CloseRollHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<CloseRoll, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CloseRoll ask, CancellationToken ct)
    {
        var roll = await db.Rolls.SingleOrDefaultAsync(r => r.Id == ask.Id, ct);
        if (roll is null) return Refusal.NotFound;
        roll.Close(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

static class Rolls
{
    public static RollView View(Roll roll) => new(roll.Id, roll.Name, roll.People, roll.At, roll.Until);
}
