using System.Text.Json;
using Participation.Data.Writing;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Data.Consultations;

/// <summary>What a sender is told, once the commit is durable.</summary>
public sealed record Received(string Number, long Sequence, DateTimeOffset ReceivedAt, SubmissionStatus Status);

/// <summary>
/// The way in for every submission, web and paper: rows, events, audit entries and counts of many callers in one commit.
/// </summary>
public sealed class SubmissionIntake(WriteLane lane)
{
    /// <summary>Takes in submissions together: all of them or none.</summary>
    /// <param name="heldBy">The account whose history they go into.</param>
    /// <returns>One answer each; what was answered before, when the key has been used with the same body.</returns>
    public async Task<Outcome<IReadOnlyList<Received>>> Receive(
        IReadOnlyList<Submission> submissions, string actor, KeyClaim claim, CancellationToken ct, string? heldBy = null)
    {
        var job = new IntakeJob(submissions, actor, claim, heldBy);
        await lane.Run(job, ct);
        return job.Answer;
    }

    sealed class IntakeJob(IReadOnlyList<Submission> submissions, string actor, KeyClaim claim, string? heldBy) : WriteJob
    {
        public Outcome<IReadOnlyList<Received>> Answer { get; private set; }

        internal override KeyClaim? Claim => claim;

        internal override void Write(WriteSession session)
        {
            var received = new Received[submissions.Count];
            for (var i = 0; i < received.Length; i++) received[i] = Write(submissions[i], session);
            Answer = Outcome<IReadOnlyList<Received>>.Of(received);
            session.Remember(new IdempotencyKey(claim, session.Now, JsonSerializer.Serialize(received)));
        }

        internal override void AnsweredBefore(IdempotencyKey earlier) => Answer = earlier.Body != claim.Body
            ? Refusal.KeyReused
            : Outcome<IReadOnlyList<Received>>.Of(JsonSerializer.Deserialize<Received[]>(earlier.Answer!)!);

        Received Write(Submission submission, WriteSession session)
        {
            submission.PlaceFrom(session.Note(submission, actor));
            session.Rows.Add(submission);
            if (submission.Contact is { } contact) session.Rows.Add(contact);
            foreach (var opinion in submission.Opinions) session.Rows.Add(opinion);
            if (heldBy is not null) session.Rows.Add(new HeldReceipt(submission.Id, heldBy, session.Now));
            return new(submission.Number.Value, submission.Sequence, submission.ReceivedAt, submission.Status);
        }
    }
}
