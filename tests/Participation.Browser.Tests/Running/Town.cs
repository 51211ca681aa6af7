using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Participation.TestKit;

namespace Participation.Browser.Tests.Running;

/// <summary>What happens elsewhere in the demo town while somebody looks at a page.</summary>
static class Town
{
    /// <summary>Sends an opinion from somewhere else.</summary>
    public static async Task<JsonElement> Submit(this ServerProcess program, string slug, string text)
    {
        var body = new { sender = new { name = "遠野 うみ", address = "鵜住居町" }, opinions = new[] { new { text } } };
        var answer = await program.Http.PostAsJsonAsync($"/api/v1/consultations/{slug}/submissions", body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>What staff find in the ledger.</summary>
    public static async Task<JsonElement> Ledger(this ServerProcess program, string slug)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/consultations/{slug}/submissions?limit=500");
        ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "demo-staff");
        using var answer = await program.Http.SendAsync(ask);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }
}
