using FluentValidation;
using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>確認: somebody other than the writer has read them.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record CheckAnswers(string Slug, IReadOnlyList<AnswerSeen> Answers) : IRequest<Outcome<AnswersDone>>, ISomeAnswers;

/// <summary>決裁, by an approver who wrote none of them. All or none.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ApproveAnswers(string Slug, IReadOnlyList<AnswerSeen> Answers) : IRequest<Outcome<AnswersDone>>, ISomeAnswers;

/// <summary>差戻し, with a remark.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record SendBackAnswers(string Slug, IReadOnlyList<AnswerSeen> Answers, string? Remark) : IRequest<Outcome<AnswersDone>>, ISomeAnswers;

public sealed record AnswersDone(int Count);

interface ISomeAnswers
{
    IReadOnlyList<AnswerSeen> Answers { get; }
}

abstract class SomeAnswersValidator<T> : AbstractValidator<T> where T : ISomeAnswers
{
    public const int AtMost = 500;

    protected SomeAnswersValidator() => RuleFor(a => a.Answers).Cascade(CascadeMode.Stop)
        .Must(answers => answers is { Count: > 0 }).WithErrorCode("nothing-chosen")
        .Must(answers => answers.Count <= AtMost).WithErrorCode("too-many-chosen").WithState(_ => new object[] { AtMost });
}

sealed class CheckAnswersValidator : SomeAnswersValidator<CheckAnswers>;

sealed class ApproveAnswersValidator : SomeAnswersValidator<ApproveAnswers>;

sealed class SendBackAnswersValidator : SomeAnswersValidator<SendBackAnswers>;

sealed class DecideAnswersHandler(AppDbContext db, AnswerDesk desk) :
    IRequestHandler<CheckAnswers, Outcome<AnswersDone>>, IRequestHandler<ApproveAnswers, Outcome<AnswersDone>>, IRequestHandler<SendBackAnswers, Outcome<AnswersDone>>
{
    public Task<Outcome<AnswersDone>> Handle(CheckAnswers ask, CancellationToken ct) => Decide(
        ask.Slug, ask.Answers, (entry, taken, response) => response.Check(entry.Consultation, taken.Group.Number, desk.Actor, desk.Now), ct);

    public Task<Outcome<AnswersDone>> Handle(ApproveAnswers ask, CancellationToken ct) => Decide(
        ask.Slug, ask.Answers, (entry, taken, response) => desk.MayApprove(entry.Consultation.Space)
            ? response.Approve(entry.Consultation, taken.Group.Number, taken.Group.Total, desk.Actor, desk.Now)
            : Refusal.NotAllowed, ct);

    public Task<Outcome<AnswersDone>> Handle(SendBackAnswers ask, CancellationToken ct) => Decide(
        ask.Slug, ask.Answers, (entry, taken, response) => response.SendBack(entry.Consultation, taken.Group.Number, ask.Remark, desk.Actor, desk.Now), ct);

    async Task<Outcome<AnswersDone>> Decide(
        string slug, IReadOnlyList<AnswerSeen> seen, Func<CatalogEntry, TakenAnswer, Response, Outcome<ResponseStep>> decide, CancellationToken ct)
    {
        var entered = await desk.Enter(slug, ct);
        if (entered.Refused) return entered.Why;
        var taken = await desk.Take(entered.Value.Consultation.Id, seen, ct);
        if (taken.Refused) return taken.Why;
        foreach (var one in taken.Value)
        {
            if (one.Response is not { } response) return Refusal.Conflict("answer-blank", one.Group.Number);
            var step = decide(entered.Value, one, response);
            if (step.Refused) return step.Why;
            db.Add(step.Value);
        }
        await db.SaveChangesAsync(ct);
        return new AnswersDone(taken.Value.Count);
    }
}
