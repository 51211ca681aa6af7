using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Outcomes;

namespace Participation.Application.Pipeline;

/// <summary>Two people changed one thing: the later one is told, and nothing of theirs is half done.</summary>
sealed class ConflictBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IRefusable<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await next();
        }
        catch (DbUpdateConcurrencyException)
        {
            return TResponse.Refuse(Refusal.ChangedMeanwhile);
        }
    }
}
