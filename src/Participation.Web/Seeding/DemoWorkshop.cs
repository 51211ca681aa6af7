using MediatR;
using Participation.Application.Boards;
using Participation.Domain.Boards;

namespace Participation.Web.Seeding;

/// <summary>Questions to a meeting, gathered by phones that stand in no hall: each asks one and supports some of the others'.</summary>
/// <param name="About">What the board asks.</param>
sealed record DemoWorkshop(string Title, string About, string Column, IReadOnlyList<DemoQuestion> Questions)
{
    /// <returns>The code that people join by.</returns>
    public async Task<string> Load(IMediator mediator, string space, CancellationToken ct)
    {
        var code = Taken(await mediator.Send(new OpenSession(new(Title, space, Anonymous: true, Hidden: false, [new(About, BoardTemplate.Questions, [Column])], [])), ct));
        var board = Taken(await mediator.Send(new GetBoard(code), ct)).Session.Boards[0].Id;
        var phones = Enumerable.Range(0, Math.Max(Questions.Count, Questions.Max(q => q.Supports) + 1)).Select(_ => EditKey.New().Value).ToList();
        foreach (var phone in phones) Taken(await mediator.Send(new TakeSeat(code, phone), ct));
        foreach (var (i, question) in Questions.Index())
        {
            var id = Guid.NewGuid();
            Taken(await mediator.Send(new WriteNote(code, phones[i], id, new NoteDraft(board, 0, question.Text)), ct));
            for (var n = 1; n <= question.Supports; n++) Taken(await mediator.Send(new SupportQuestion(code, phones[(i + n) % phones.Count], id), ct));
            if (question.Answered) Taken(await mediator.Send(new TendNote(code, id, NoteTending.Answer), ct));
        }
        Taken(await mediator.Send(new PublishSummary(code, true), ct));
        return code;
    }

    T Taken<T>(Domain.Outcomes.Outcome<T> outcome)
    {
        DemoSpaces.Check(outcome, Title);
        return outcome.Value;
    }
}

sealed record DemoQuestion(string Text, int Supports = 0, bool Answered = false);
