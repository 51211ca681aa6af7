using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Data.Writing;
using Participation.Domain.People;

namespace Participation.Application.Pipeline;

/// <summary>A request that may carry an <c>Idempotency-Key</c>: sent again with the same body it has no second effect.</summary>
public interface IKeyedRequest
{
    /// <summary>Left out of the body's hash.</summary>
    [JsonIgnore]
    string? Key { get; }
}

static class KeyClaims
{
    /// <summary>Read by us alone, so Japanese need not be escaped: that would make six bytes of each character to write and to hash.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() }, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The claim of a request with a key; of one without, a key nobody else has.</summary>
    public static KeyClaim ClaimFor<TRequest>(this Caller caller, TRequest request) where TRequest : IKeyedRequest =>
        KeyClaim.Of(
            $"{caller.ActorId} {typeof(TRequest).Name}",
            request.Key ?? Guid.NewGuid().ToString(),
            JsonSerializer.SerializeToUtf8Bytes(request, Json));
}
