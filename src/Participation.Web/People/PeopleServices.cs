using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.Identity;
using Participation.Data.People;
using Participation.Web.Hosting;

namespace Participation.Web.People;

static class PeopleServices
{
    const string ByAddress = "by address";

    /// <summary>Cookies for people on pages, tokens for programs on the API: a page's cookie opens nothing there, so no other site can use it.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        // GCM seals in half the time of what is chosen otherwise (CBC and an HMAC), and a submission's sender is sealed before its
        // receipt is given out. A key says which it is for: those from before go on opening what they sealed.
        services.AddDataProtection().SetApplicationName("Participation").PersistKeysToFileSystem(KeySettings.FolderOf(configuration))
            .UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddAuthentication(ByAddress)
            .AddPolicyScheme(ByAddress, null, options => options.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments("/api") ? TokenAuthentication.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.LoginPath = "/account/sign-in";
                cookie.AccessDeniedPath = "/staff/not-allowed";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.Name = SessionCookie;
                cookie.Events.OnValidatePrincipal = SignedOutEverywhere;
                cookie.Events.OnRedirectToAccessDenied = StaffDoor.Refuse;
            }));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie => cookie.Cookie.Name = "participation-second-step");
        services.AddAuthorization();
        new IdentityBuilder(typeof(User), services).AddSignInManager();
        services.AddScoped<Doorkeeper>();
        services.AddScoped<Passkeys>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<AccountSettings>((passkeys, accounts) =>
        {
            // The device must know that it is its owner; and it offers the account by itself.
            passkeys.UserVerificationRequirement = passkeys.ResidentKeyRequirement = "required";
            passkeys.ServerDomain = accounts.Address?.Host;
        });
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<Networks>();
        services.AddSingleton<StaffDoor>();
        return services;
    }

    /// <summary>Looked up at every request, so that signing out everywhere counts from the next click on; changed passwords do the same.</summary>
    static async Task SignedOutEverywhere(CookieValidatePrincipalContext context)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInManager<User>>();
        if (await signIn.ValidateSecurityStampAsync(context.Principal) is not null) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>A request that carries it is never answered from the shared cache.</summary>
    public const string SessionCookie = "participation-session";
}
