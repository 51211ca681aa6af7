using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain.Outcomes;

namespace Participation.Application.Pipeline;

static class MediatorSetup
{
    /// <summary>Registers MediatR, every handler and validator of an assembly, and around each handler its behaviours.</summary>
    public static IServiceCollection AddMediator(this IServiceCollection services, Assembly assembly)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var face in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                var shape = face.GetGenericTypeDefinition();
                if (shape == typeof(IRequestHandler<,>)) services.AddHandler(face, type);
                if (shape == typeof(IValidator<>)) services.AddSingleton(type).AddSingleton(face, provider => provider.GetRequiredService(type));
            }
        }
        return services;
    }

    /// <summary>The order here is the order they run in: who may, is it well formed, did somebody come between, was it asked before.</summary>
    static void AddHandler(this IServiceCollection services, Type face, Type handler)
    {
        services.AddScoped(face, handler);
        var request = face.GenericTypeArguments[0];
        var answer = face.GenericTypeArguments[1];
        var behavior = typeof(IPipelineBehavior<,>).MakeGenericType(request, answer);
        void Add(Type type, params Type[] arguments) => services.AddScoped(behavior, type.MakeGenericType(arguments));

        Add(typeof(AuthorizationBehavior<,>), request, answer);
        Add(typeof(ValidationBehavior<,>), request, answer);
        Add(typeof(ConflictBehavior<,>), request, answer);
        if (typeof(IKeyedRequest).IsAssignableFrom(request) && !typeof(IIntakeRequest).IsAssignableFrom(request))
            Add(typeof(IdempotencyBehavior<,>), request, ValueOf(answer));
    }

    static Type ValueOf(Type outcome) => outcome.IsGenericType && outcome.GetGenericTypeDefinition() == typeof(Outcome<>)
        ? outcome.GenericTypeArguments[0]
        : throw new InvalidOperationException($"{outcome} is not an Outcome<T>: a request answers with one.");
}
