-- Waits for the findings of the workspace, fixes the open file, and writes what it saw.
local seen = { languages = {}, diagnostics = {} }
local project = vim.fn.getcwd() .. '/'
local opened = vim.api.nvim_get_current_buf()

local function relative(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  return vim.startswith(name, project) and name:sub(#project + 1) or name
end

local function finish()
  seen.fixed = table.concat(vim.api.nvim_buf_get_lines(opened, 0, -1, true), '\n') .. '\n'
  for path in vim.gsplit(vim.env.MENDER_LINT_SAMPLES, ':', true) do
    vim.cmd('edit! ' .. path)
    seen.languages[path] = vim.bo.filetype
  end
  vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.MENDER_LINT_SEEN)
  vim.cmd('qall!')
end

local function fix()
  vim.api.nvim_buf_attach(opened, false, {
    on_lines = function()
      vim.schedule(finish)
      return true
    end,
  })
  -- Who has to choose takes the first.
  vim.ui.select = function(items, _, choose) choose(items[1]) end
  vim.cmd('MenderFixAll')
end

local function look()
  local all = vim.diagnostic.get()
  if #all < tonumber(vim.env.MENDER_LINT_TOTAL) then return end
  for _, found in ipairs(all) do
    local path = relative(found.bufnr)
    seen.diagnostics[path] = seen.diagnostics[path] or {}
    table.insert(seen.diagnostics[path], { found.lnum + 1, found.code or found.user_data.lsp.code })
  end
  return true
end

vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = function()
    if not look() then return end
    vim.schedule(fix)
    return true
  end,
})
