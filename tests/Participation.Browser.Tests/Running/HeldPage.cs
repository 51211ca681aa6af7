using Microsoft.Playwright;

namespace Participation.Browser.Tests.Running;

/// <summary>A page that the server made and that is long on its way: what a phone does meanwhile is not in it.</summary>
sealed class HeldPage
{
    readonly TaskCompletionSource made = new(), let = new();

    /// <summary>The next page that this phone asks for at the address where it is.</summary>
    public static async Task<HeldPage> Of(IPage phone)
    {
        var (held, address) = (new HeldPage(), phone.Url.Split('#')[0]);
        await phone.RouteAsync(address, async route =>
        {
            var answer = await route.FetchAsync();
            held.made.TrySetResult();
            await held.let.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        return held;
    }

    public Task Made => made.Task.WaitAsync(TimeSpan.FromSeconds(15));

    public void Arrive() => let.SetResult();
}
