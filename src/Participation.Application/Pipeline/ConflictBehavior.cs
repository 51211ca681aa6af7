using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Domain.Outcomes;

namespace Participation.Application.Pipeline;

/// <summary>
/// Two people changed one thing: the later one is told, and nothing of theirs is half done. Two made one thing: the later one
/// looks again, and finds it there.
/// </summary>
sealed class ConflictBehavior<TRequest, TResponse>(IServiceProvider services) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IRefusable<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await next();
        }
        catch (DbUpdateException fault) when (fault.IsDuplicate())
        {
            services.GetRequiredService<AppDbContext>().ChangeTracker.Clear();
        }
        catch (DbUpdateConcurrencyException)
        {
            return TResponse.Refuse(Refusal.ChangedMeanwhile);
        }
        try
        {
            return await next();
        }
        catch (DbUpdateException fault) when (fault.IsDuplicate() || fault is DbUpdateConcurrencyException)
        {
            return TResponse.Refuse(Refusal.ChangedMeanwhile);
        }
    }
}
