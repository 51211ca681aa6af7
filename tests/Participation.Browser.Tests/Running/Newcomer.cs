using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Running;

/// <summary>Somebody with an address, who reads their mail.</summary>
static partial class Newcomer
{
    public const string Password = "kawa to machi 2026";

    public static string NewAddress() => $"{Guid.NewGuid():N}@example.jp";

    /// <summary>Registers by the mail's link; ends on the account's page.</summary>
    public static async Task Register(this IPage page, string email, string name = "大槌 はるか")
    {
        await page.GotoAsync("/account/register");
        await page.GetByLabel("メールアドレス").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "メールを送る" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "メールを送りました" })).ToBeVisibleAsync();
        await page.GotoAsync(await page.LinkMailedTo(email, "/account/register/finish"));
        await page.GetByLabel("お名前").FillAsync(name);
        await page.GetByLabel("パスワード").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登録する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToBeVisibleAsync();
    }

    public static async Task SignIn(this IPage page, string email, string password = Password)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("メールアドレス").FillAsync(email);
        await page.GetByLabel("パスワード").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();
    }

    /// <summary>The newest link to <paramref name="path"/> in a mail to <paramref name="email"/>, which may be on its way.</summary>
    public static async Task<string> LinkMailedTo(this IPage page, string email, string path)
    {
        // A window of its own: what the reader was doing stays as it is.
        var post = await page.Context.NewPageAsync();
        try
        {
            for (var looks = 0; looks < 60; looks++)
            {
                await post.GotoAsync("/dev/mail");
                foreach (var mail in await post.Locator("article").Filter(new() { HasText = email }).Locator(".letter").AllTextContentsAsync())
                    if (Address().Matches(mail).Select(m => m.Value).FirstOrDefault(link => link.Contains(path, StringComparison.Ordinal)) is { } found)
                        return found;
                await post.WaitForTimeoutAsync(100);
            }
            throw new TimeoutException($"No mail to {email} leads to {path}.");
        }
        finally
        {
            await post.CloseAsync();
        }
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
